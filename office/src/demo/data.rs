//! The demo data as it is written, in Vietnamese codes.

use crate::failure::Result;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use serde_json::Value;

const WEEK_49: &str = include_str!("week-49.json");

pub(super) fn read() -> Result<Data> {
    Ok(serde_json::from_str(WEEK_49)?)
}

#[derive(Deserialize)]
pub(super) struct Data {
    pub(super) meta: Meta,
    pub(super) province: Province,
    pub(super) settings: Settings,
    pub(super) org_units: Vec<Unit>,
    pub(super) persons: Vec<Person>,
    pub(super) rooms: Vec<Room>,
    pub(super) vehicles: Vec<Vehicle>,
    pub(super) week: Week,
    pub(super) entries: Vec<Entry>,
    pub(super) duty_roster: Vec<Duty>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) registrations_next_week: Vec<super::requests::Registration>,
    pub(super) holidays: Vec<domain::calendar::working_day::Holiday>,
}

#[derive(Deserialize)]
pub(super) struct Meta {
    pub(super) demo_now: DateTime<Utc>,
}

#[derive(Deserialize)]
pub(super) struct Province {
    pub(super) people_committee_name: String,
    pub(super) people_committee_short: String,
    pub(super) office_name: String,
    pub(super) document_place_name: String,
    pub(super) headquarters: String,
}

#[derive(Deserialize)]
pub(super) struct Settings {
    pub(super) working_hours: Hours,
    pub(super) registration_deadline: Deadline,
    pub(super) travel: domain::schedule::TravelDraft,
    pub(super) citizen_reception_rule: ReceptionRule,
}

#[derive(Deserialize)]
pub(super) struct Hours {
    pub(super) morning: [String; 2],
    pub(super) afternoon: [String; 2],
}

#[derive(Deserialize)]
pub(super) struct ReceptionRule {
    pub(super) nth: u8,
    pub(super) weekday: chrono::Weekday,
}

#[derive(Deserialize)]
pub(super) struct Deadline {
    pub(super) weekday: String,
    pub(super) time: String,
}

#[derive(Deserialize)]
pub(super) struct Unit {
    pub(super) id: String,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) short_name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) parent_id: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) full_name: String,
    pub(super) title: String,
    pub(super) short_title: String,
    pub(super) unit_id: String,
    pub(super) role: String,
    pub(super) rank: Option<i32>,
    #[serde(default)]
    pub(super) portfolio: String,
    pub(super) office_lead_id: Option<String>,
    #[serde(default)]
    pub(super) duties: String,
    #[serde(default)]
    pub(super) email: String,
    #[serde(default)]
    pub(super) phone: String,
}

#[derive(Deserialize)]
pub(super) struct Room {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) location: String,
    pub(super) capacity: i32,
    pub(super) video_conference: bool,
}

#[derive(Deserialize)]
pub(super) struct Vehicle {
    pub(super) id: String,
    pub(super) plate: String,
    pub(super) seats: i32,
    pub(super) driver_id: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Week {
    pub(super) start_date: NaiveDate,
    pub(super) document_note: String,
    pub(super) revisions: Vec<Revision>,
}

#[derive(Deserialize)]
pub(super) struct Revision {
    pub(super) revision: i32,
    pub(super) approved_at: DateTime<Utc>,
    pub(super) published_at: DateTime<Utc>,
    pub(super) summary: String,
    pub(super) changes: Vec<Change>,
}

#[derive(Deserialize)]
pub(super) struct Change {
    pub(super) entry_id: String,
    pub(super) kind: String,
    pub(super) field: Option<String>,
    pub(super) from: Value,
    pub(super) reason: String,
}

#[derive(Clone, Deserialize)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) date: NaiveDate,
    pub(super) session: String,
    pub(super) start_time: Option<String>,
    pub(super) end_time: Option<String>,
    pub(super) category: String,
    pub(super) content: String,
    pub(super) leaders: Vec<Leader>,
    pub(super) participants_text: Option<String>,
    pub(super) host_unit_id: Option<String>,
    pub(super) preparing_unit_id: Option<String>,
    pub(super) room_id: Option<String>,
    pub(super) location_text: Option<String>,
    pub(super) format: String,
    #[serde(default)]
    pub(super) remote_sites: Vec<String>,
    pub(super) office_leader_id: Option<String>,
    pub(super) specialist_id: Option<String>,
    pub(super) division_id: Option<String>,
    pub(super) vehicle_id: Option<String>,
    pub(super) invitation_mode: Option<String>,
    pub(super) visibility: String,
    pub(super) public_content: Option<String>,
    pub(super) added_in_revision: i32,
    pub(super) internal_note: Option<String>,
}

#[derive(Clone, Deserialize)]
pub(super) struct Leader {
    pub(super) person_id: String,
    pub(super) role: String,
}

#[derive(Deserialize)]
pub(super) struct Meeting {
    pub(super) entry_id: String,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) date: NaiveDate,
    pub(super) start_time: String,
    pub(super) planned_end_time: String,
    pub(super) chair_id: String,
    pub(super) secretary_id: String,
    pub(super) approval: Approval,
    pub(super) invitation: Option<Invitation>,
    pub(super) agenda: Vec<AgendaItem>,
    pub(super) materials: Vec<Material>,
    pub(super) attendees: Vec<Attendee>,
    pub(super) conclusion_notice: Option<Issued>,
}

#[derive(Deserialize)]
pub(super) struct Approval {
    pub(super) proposed_by_unit_id: String,
    pub(super) submission_note_number: String,
    pub(super) submitted_at: DateTime<Utc>,
    pub(super) approved_at: DateTime<Utc>,
}

#[derive(Deserialize)]
pub(super) struct AgendaItem {
    pub(super) start_time: String,
    pub(super) end_time: String,
    pub(super) title: String,
    pub(super) presenter_unit_id: Option<String>,
    pub(super) presenter_id: Option<String>,
    pub(super) kind: String,
    pub(super) material_ids: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Material {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) document_type: String,
    pub(super) document_number: String,
    pub(super) submitting_unit_id: String,
    pub(super) due_at: DateTime<Utc>,
    pub(super) received_at: DateTime<Utc>,
    pub(super) status: String,
    pub(super) note: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Attendee {
    pub(super) unit_id: String,
    pub(super) person_id: Option<String>,
    pub(super) role: String,
    pub(super) attendance: String,
    pub(super) substitute_person_id: Option<String>,
    pub(super) note: Option<String>,
    #[serde(default)]
    pub(super) voting: bool,
}

#[derive(Deserialize)]
pub(super) struct Issued {
    pub(super) issued_date: NaiveDate,
}

#[derive(Deserialize)]
pub(super) struct Invitation {
    pub(super) number: String,
    pub(super) issued_date: NaiveDate,
    pub(super) signing_mode: String,
    pub(super) signer_title: String,
    pub(super) signer_id: String,
    pub(super) requirements: Vec<String>,
    pub(super) contact: Option<Contact>,
    pub(super) recipients: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Contact {
    pub(super) person_id: String,
    pub(super) phone: String,
}

#[derive(Deserialize)]
pub(super) struct Duty {
    pub(super) date: NaiveDate,
    pub(super) leader_id: String,
    pub(super) office_leader_id: Option<String>,
    pub(super) specialist_id: Option<String>,
    pub(super) driver_id: Option<String>,
    pub(super) hotline: String,
}
