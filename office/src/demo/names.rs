//! From the names in the demo data to row numbers and to the codes of the
//! domain.

use super::data;
use crate::failure::{Failure, Result};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::people::{Service, UnitKind};
use domain::schedule::{Attending, EntryKind, Format, InvitationMode, LeaderRole, Plan, Visibility};
use std::collections::HashMap;

/// Row numbers by name.
#[derive(Default)]
pub(super) struct Names {
    pub(super) units: HashMap<String, i64>,
    pub(super) persons: HashMap<String, i64>,
    pub(super) positions: HashMap<String, i64>,
    pub(super) rooms: HashMap<String, i64>,
    pub(super) vehicles: HashMap<String, i64>,
}

impl Names {
    pub(super) fn plan(&self, entry: &data::Entry) -> Result<Plan> {
        let time = |text: &Option<String>| text.as_deref().and_then(spoken::parse_time);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Ok(Plan {
            date: entry.date,
            part: part(&entry.session)?,
            start: time(&entry.start_time),
            end: time(&entry.end_time),
            kind: kind(&entry.category)?,
            content: entry.content.clone(),
            attending: self.attending(&entry.leaders)?,
            participants: text(&entry.participants_text),
            host_unit: optional(&self.units, &entry.host_unit_id)?.map(Into::into),
            preparing_unit: optional(&self.units, &entry.preparing_unit_id)?.map(Into::into),
            room: optional(&self.rooms, &entry.room_id)?.map(Into::into),
            place: text(&entry.location_text),
            format: match entry.format.as_str() {
                "truc_tiep" => Format::InPerson,
                "ket_hop" => Format::Hybrid,
                _ => Format::Online,
            },
            remote_sites: entry
                .remote_sites
                .iter()
                .map(|site| Ok(number(&self.units, site)?.into()))
                .collect::<Result<_>>()?,
            office_leader: optional(&self.persons, &entry.office_leader_id)?.map(Into::into),
            specialist: optional(&self.persons, &entry.specialist_id)?.map(Into::into),
            division: optional(&self.units, &entry.division_id)?.map(Into::into),
            vehicle: optional(&self.vehicles, &entry.vehicle_id)?.map(Into::into),
            invitation: entry.invitation_mode.as_deref().map(invitation).transpose()?,
            visibility: match entry.visibility.as_str() {
                "public" => Visibility::Public,
                "restricted" => Visibility::Restricted,
                _ => Visibility::Internal,
            },
            public_wording: text(&entry.public_content),
            note: text(&entry.internal_note),
            acting: None,
            agreed: None,
        })
    }

    pub(super) fn attending(&self, leaders: &[data::Leader]) -> Result<Vec<Attending>> {
        leaders
            .iter()
            .map(|leader| {
                Ok(Attending {
                    position: number(&self.positions, &leader.person_id)?.into(),
                    role: role(&leader.role)?,
                    in_place_of: None,
                })
            })
            .collect()
    }
}

pub(super) fn number(rows: &HashMap<String, i64>, name: &str) -> Result<i64> {
    rows.get(name).copied().ok_or_else(|| unknown(name))
}

pub(super) fn optional(rows: &HashMap<String, i64>, name: &Option<String>) -> Result<Option<i64>> {
    name.as_deref().map(|name| number(rows, name)).transpose()
}

pub(super) fn unit_kind(code: &str) -> Result<UnitKind> {
    Ok(match code {
        "ubnd" => UnitKind::PeopleCommittee,
        "van_phong" => UnitKind::Office,
        "phong" => UnitKind::Division,
        "so" => UnitKind::Department,
        "ban_quan_ly" => UnitKind::ManagementBoard,
        "don_vi_su_nghiep" => UnitKind::ServiceUnit,
        "to_chuc_hanh_chinh_dac_thu" => UnitKind::SpecialOrganisation,
        "luc_luong_vu_trang" => UnitKind::ArmedForces,
        "co_quan_dang" => UnitKind::PartyBody,
        "hdnd" => UnitKind::PeopleCouncil,
        "dbqh" => UnitKind::NationalAssembly,
        "mat_tran" => UnitKind::FatherlandFront,
        "bao_chi" => UnitKind::Press,
        "co_quan_tw" => UnitKind::CentralBody,
        "ubnd_cap_xa" => UnitKind::Locality,
        other => return Err(unknown(other)),
    })
}

pub(super) fn service(role: &str) -> Service {
    match role {
        "lanh_dao_van_phong" => Service::OfficeLeader,
        "chuyen_vien" => Service::Specialist,
        "lai_xe" => Service::Driver,
        _ => Service::None,
    }
}

pub(super) fn part(code: &str) -> Result<SessionPart> {
    Ok(match code {
        "sang" => SessionPart::Morning,
        "chieu" => SessionPart::Afternoon,
        "toi" => SessionPart::Evening,
        "ca_ngay" => SessionPart::AllDay,
        other => return Err(unknown(other)),
    })
}

pub(super) fn kind(code: &str) -> Result<EntryKind> {
    Ok(match code {
        "phien_hop_thuong_ky" => EntryKind::RegularSession,
        "phien_hop_chuyen_de" => EntryKind::ThematicSession,
        "giao_ban" => EntryKind::Briefing,
        "hop_xu_ly_cong_viec" => EntryKind::WorkingMeeting,
        "ban_chi_dao" => EntryKind::SteeringBody,
        "hoi_nghi" => EntryKind::Conference,
        "hoi_nghi_truc_tuyen" => EntryKind::OnlineConference,
        "hop_dang" => EntryKind::PartyMeeting,
        "hop_hdnd" => EntryKind::CouncilMeeting,
        "tiep_khach" => EntryKind::GuestReception,
        "di_co_so" => EntryKind::FieldVisit,
        "cong_tac_ngoai_tinh" => EntryKind::BusinessTrip,
        "tiep_cong_dan" => EntryKind::CitizenReception,
        "hop_bao" => EntryKind::PressConference,
        "le_su_kien" => EntryKind::Ceremony,
        "hop_khan" => EntryKind::UrgentMeeting,
        "lam_viec_tai_co_quan" => EntryKind::OfficeWork,
        "nghi" => EntryKind::Leave,
        "truc" => EntryKind::Duty,
        other => return Err(unknown(other)),
    })
}

fn role(code: &str) -> Result<LeaderRole> {
    Ok(match code {
        "chu_tri" => LeaderRole::Chair,
        "du" => LeaderRole::Attend,
        "du_va_phat_bieu" => LeaderRole::Speak,
        "du_thay_theo_uy_quyen" => LeaderRole::Substitute,
        "lam_viec" => LeaderRole::Work,
        "cong_tac" => LeaderRole::Travel,
        "nghi" => LeaderRole::Leave,
        "truc" => LeaderRole::Duty,
        other => return Err(unknown(other)),
    })
}

fn invitation(code: &str) -> Result<InvitationMode> {
    Ok(match code {
        "giay_moi_rieng" => InvitationMode::SeparateLetter,
        "lich_thay_giay_moi" => InvitationMode::ScheduleAsInvitation,
        "theo_giay_moi_co_quan_to_chuc" => InvitationMode::HostsLetter,
        other => return Err(unknown(other)),
    })
}

pub(super) fn unknown(name: &str) -> Failure {
    Failure::Other(format!("the demo data names {name}, which is unknown"))
}
