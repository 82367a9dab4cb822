//! Every verb with every role, against a written table.
//!
//! The table is compared with the source: a verb that is added without a row fails the test, and
//! so does a public way to the memory that asks nobody who they are.

use crate::support::{TestOffice, a_person, a_position, a_unit, day, on_both, week};
use bytes::Bytes;
use domain::access::AccountDraft;
use domain::calendar::day_off::DayOffDraft;
use domain::calendar::hours::{HoursDraft, SessionPart};
use domain::duty::{DutyDraft, DutyRulesDraft};
use domain::file::{FileRulesDraft, Owner};
use domain::meeting::{
    AgreementDraft, AnswerDraft, AnswerStep, BodyDraft, CountingDraft, InvitationDraft, InviteDraft,
    InviteeDraft, ItemDraft, ItemStep, MaterialDraft, MeetingStep, OpinionDraft, PlanDraft, ProposalDraft,
    RealHoursDraft, RuleDraft, SessionDraft, Shift,
};
use domain::request::{Placing, RequestDraft, RulesDraft};
use domain::schedule::absence::AbsenceDraft;
use domain::schedule::series::draft::SeriesDraft;
use domain::schedule::{Asked, ReceptionDraft, Save, Source, Step, TravelDraft};
use domain::setting::Profile;
use domain::{
    AccountId, Actor, BodyId, DutyId, EntryId, FileId, HolidayId, InviteeId, ItemId, MaterialId, MeetingId,
    OpinionId, PersonId, PositionId, Refusal, RequestId, Role, SeriesId, TemplateId,
};
use futures_util::stream;
use office::file::Start;
use office::{Desk, Failure, access, duty, file, journal, meeting, people, request, schedule, setting};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use Role::{Administrator, ChiefOfOffice, DepartmentOfficer, Leader, Secretary, UnitHead};

const EVERYONE: &[Role] = &Role::ALL;
const DESK: &[Role] = &[Secretary, ChiefOfOffice];
const CHIEF: &[Role] = &[ChiefOfOffice];
const READERS: &[Role] = &[Secretary, ChiefOfOffice, Leader, DepartmentOfficer, UnitHead];
const LISTS: &[Role] = &[Secretary, ChiefOfOffice, Administrator];
const OFFICER: &[Role] = &[DepartmentOfficer];
const PROPOSERS: &[Role] = &[Secretary, ChiefOfOffice, DepartmentOfficer, UnitHead];
const ADMINISTRATOR: &[Role] = &[Administrator];

/// Which roles may call which verb. What stands in brackets is an argument that matters.
const MATRIX: &[(&str, &[Role])] = &[
    ("access::change_password", EVERYONE),
    ("access::end_session", EVERYONE),
    ("access::list_accounts", ADMINISTRATOR),
    ("access::lock_account", ADMINISTRATOR),
    ("access::own_sessions", EVERYONE),
    ("access::reset_password", ADMINISTRATOR),
    ("access::save_account", ADMINISTRATOR),
    ("access::sign_out_everywhere", EVERYONE),
    ("access::unlock_account", ADMINISTRATOR),
    ("duty::copy_last_week", DESK),
    ("duty::remove_duty", DESK),
    ("duty::roster", DESK),
    ("duty::save_duty", DESK),
    ("duty::save_rules", DESK),
    // These need the rights of several roles together: only the terminal has them.
    ("export::write", &[]),
    ("import::read", &[]),
    // A file has no rights of its own: who may not see what it belongs to finds nothing.
    ("file::attach", EVERYONE),
    ("file::begin", EVERYONE),
    ("file::give_up", EVERYONE),
    ("file::list", EVERYONE),
    ("file::open", EVERYONE),
    ("file::progress", EVERYONE),
    ("file::receive", EVERYONE),
    ("file::remove", EVERYONE),
    ("journal::list", CHIEF),
    ("live::follow_meeting", READERS),
    ("live::follow_publications", READERS),
    ("live::follow_requests", &[Secretary, ChiefOfOffice, DepartmentOfficer]),
    ("live::follow_week", DESK),
    ("meeting::add_item", DESK),
    ("meeting::answer_invitation(agree_deputy)", &[Secretary, ChiefOfOffice, Leader]),
    ("meeting::answer_invitation(confirm)", READERS),
    ("meeting::add_material", DESK),
    ("meeting::answer_opinion", PROPOSERS),
    ("meeting::archive", READERS),
    ("meeting::ask_opinion", DESK),
    ("meeting::backlog", PROPOSERS),
    ("meeting::begin_item", DESK),
    ("meeting::carry_item", DESK),
    ("meeting::change_invitee", DESK),
    ("meeting::change_item", DESK),
    ("meeting::change_material", DESK),
    ("meeting::change_proposal", PROPOSERS),
    ("meeting::change_proposed_item", PROPOSERS),
    // Whoever may not know of a paper finds none.
    ("meeting::close_material", READERS),
    ("meeting::course", READERS),
    ("meeting::end_item", DESK),
    ("meeting::found_meeting", DESK),
    ("meeting::freeze_agenda", DESK),
    ("meeting::invitation", READERS),
    ("meeting::invitations", READERS),
    ("meeting::invite", DESK),
    ("meeting::invite_members", DESK),
    ("meeting::issue_invitation", DESK),
    ("meeting::lay_out", DESK),
    ("meeting::list_meetings", READERS),
    ("meeting::meeting", READERS),
    ("meeting::meeting_of_entry", DESK),
    ("meeting::meeting_rules", LISTS),
    ("meeting::move_item", DESK),
    ("meeting::move_material", DESK),
    ("meeting::note_hours", DESK),
    ("meeting::note_privately", READERS),
    ("meeting::note_received", DESK),
    ("meeting::number_meeting", DESK),
    ("meeting::pack", READERS),
    ("meeting::papers", READERS),
    ("meeting::place_item", DESK),
    ("meeting::plan_meetings", DESK),
    ("meeting::planning", DESK),
    ("meeting::propose_item", PROPOSERS),
    ("meeting::propose_meeting", PROPOSERS),
    ("meeting::remove_invitee", DESK),
    ("meeting::remind_material", DESK),
    ("meeting::remove_item", DESK),
    ("meeting::remove_material", DESK),
    ("meeting::save_agenda_template", DESK),
    ("meeting::save_body", DESK),
    ("meeting::save_invitation", DESK),
    ("meeting::save_counting", ADMINISTRATOR),
    ("meeting::save_rule", ADMINISTRATOR),
    ("meeting::schedule_meeting", DESK),
    ("meeting::submit_item", PROPOSERS),
    ("meeting::take_item_step(accept)", DESK),
    ("meeting::take_item_step(agree)", &[UnitHead]),
    ("meeting::take_item_step(present)", PROPOSERS),
    ("meeting::take_step(agree)", &[Leader]),
    ("meeting::take_step(convene)", DESK),
    ("meeting::take_step(withdraw)", PROPOSERS),
    ("meeting::unanswered", READERS),
    ("people::assign_secretary", CHIEF),
    ("people::list_persons", LISTS),
    ("people::list_positions", LISTS),
    ("people::list_units", LISTS),
    ("people::release_secretary", CHIEF),
    ("people::save_person", DESK),
    ("people::save_position", DESK),
    ("people::save_unit", DESK),
    ("request::accept_request", DESK),
    ("request::change_request", OFFICER),
    ("request::merge_requests", DESK),
    ("request::own_requests", OFFICER),
    ("request::refuse_request", DESK),
    ("request::register_request", OFFICER),
    ("request::request_tray", DESK),
    ("request::return_request", DESK),
    ("request::withdraw_request", OFFICER),
    ("schedule::absent", DESK),
    ("schedule::board", DESK),
    ("schedule::cancel_entry", DESK),
    ("schedule::change_series", DESK),
    ("schedule::changes", READERS),
    ("schedule::delete_template", DESK),
    ("schedule::end_series", DESK),
    ("schedule::history", DESK),
    ("schedule::list_series", DESK),
    ("schedule::list_templates", DESK),
    ("schedule::make_series", DESK),
    ("schedule::mark_seen", READERS),
    ("schedule::look_back", DESK),
    ("schedule::move_entry", DESK),
    ("schedule::my_week", READERS),
    ("schedule::official_week", READERS),
    ("schedule::postpone_entry", DESK),
    ("schedule::publish", CHIEF),
    ("schedule::record_absence", DESK),
    ("schedule::remove_entry", DESK),
    ("schedule::rename_template", DESK),
    ("schedule::restore_day", DESK),
    ("schedule::resume_entry", DESK),
    ("schedule::review", DESK),
    ("schedule::save_entry", DESK),
    ("schedule::save_template", DESK),
    ("schedule::series_of", DESK),
    ("schedule::set_remark", DESK),
    ("schedule::absence_of", DESK),
    ("schedule::end_absence", DESK),
    ("schedule::skip_day", DESK),
    ("schedule::start_week", DESK),
    ("schedule::starting", DESK),
    ("schedule::undo_start", DESK),
    ("schedule::take_step(approve)", CHIEF),
    ("schedule::take_step(publish)", CHIEF),
    ("schedule::take_step(return)", CHIEF),
    ("schedule::take_step(submit)", DESK),
    ("schedule::take_step(withdraw)", DESK),
    ("schedule::weeks", DESK),
    ("schedule::working_entry", DESK),
    ("setting::remove_day_off", DESK),
    ("setting::remove_season", DESK),
    ("setting::save_day_off", DESK),
    ("setting::save_file_rules", ADMINISTRATOR),
    ("setting::save_hours", DESK),
    ("setting::save_profile", ADMINISTRATOR),
    ("setting::save_request_rules", ADMINISTRATOR),
    ("setting::receptions", LISTS),
    ("setting::save_receptions", DESK),
    ("setting::save_travel", DESK),
    ("setting::travel", LISTS),
    ("setting::save_season", DESK),
    ("waiting::own", READERS),
    ("waiting::waiting", DESK),
];

/// What anybody may call, because it tells nothing that is not public, or is the door itself.
const OPEN: &[&str] = &[
    "access::actor_of",
    "access::has_demo_password",
    "access::sign_in",
    "access::sign_out",
    "bulletin::changes",
    "bulletin::frame",
    "bulletin::history",
    "bulletin::leaders",
    "bulletin::published_weeks",
    "bulletin::week",
    "demo::is_half_loaded",
    "demo::load",
    "feed::public_feed",
    "feed::public_validator",
    "feed::week_file",
    "file::sweep",
    "setting::file_rules",
    "setting::holidays",
    "setting::hours_version",
    "setting::is_demo",
    "setting::profile",
    "setting::request_rules",
    "setting::working_hours",
];

/// Calls a verb with arguments that change nothing, whoever calls.
async fn call(verb: &str, desk: &Desk) -> office::Result<()> {
    let w = week("2026-W20");
    let (entry, account) = (EntryId(999_999), AccountId(999_999));
    let (person, position) = (PersonId(999_999), PositionId(999_999));
    let (asked, template, series) = (RequestId(999_999), TemplateId(999_999), SeriesId(999_999));
    let (met, item, invited) = (MeetingId(999_999), ItemId(999_999), InviteeId(999_999));
    let paper = MaterialId(999_999);
    let step = |step| schedule::take_step(desk, w, step, 99, "");
    match verb {
        "access::change_password" => access::change_password(desk, "", "", "mat-khau-rat-moi").await,
        "access::end_session" => access::end_session(desk, 999_999).await,
        "access::list_accounts" => access::list_accounts(desk).await.map(drop),
        "access::lock_account" => access::lock_account(desk, account).await.map(drop),
        "access::own_sessions" => access::own_sessions(desk, "").await.map(drop),
        "access::reset_password" => access::reset_password(desk, account, "mat-khau-rat-moi").await.map(drop),
        "access::save_account" => {
            access::save_account(desk, None, 0, AccountDraft::default()).await.map(drop)
        }
        "access::sign_out_everywhere" => access::sign_out_everywhere(desk).await,
        "access::unlock_account" => access::unlock_account(desk, account).await.map(drop),
        "duty::copy_last_week" => duty::copy_last_week(desk, w).await.map(drop),
        "duty::remove_duty" => duty::remove_duty(desk, DutyId(999_999), 1).await,
        "duty::roster" => duty::roster(desk, w.monday(), w.sunday()).await.map(drop),
        "duty::save_duty" => duty::save_duty(desk, None, 0, DutyDraft::default()).await.map(drop),
        "duty::save_rules" => duty::save_rules(desk, 99, DutyRulesDraft::default()).await.map(drop),
        "export::write" => office::export::write(desk, Path::new("/dev/null/x"), "").await.map(drop),
        "import::read" => office::import::read(desk, "{}", office::import::Written::Json).await.map(drop),
        "file::attach" => file::attach(desk, a_start(), stream::empty::<Result<Bytes, ()>>()).await.map(drop),
        "file::begin" => file::begin(desk, a_start()).await.map(drop),
        "file::give_up" => file::give_up(desk, "999999").await,
        "file::list" => file::list(desk, a_start().owner).await.map(drop),
        "file::open" => file::open(desk, FileId(999_999)).await.map(drop),
        "file::progress" => file::progress(desk, "999999").await.map(drop),
        "file::receive" => {
            file::receive(desk, "999999", 0, stream::empty::<Result<Bytes, ()>>()).await.map(drop)
        }
        "file::remove" => file::remove(desk, FileId(999_999)).await,
        "journal::list" => journal::list(desk, None, None).await.map(drop),
        "live::follow_meeting" => office::live::follow_meeting(desk, met).await.map(drop),
        "live::follow_publications" => office::live::follow_publications(desk).await.map(drop),
        "live::follow_requests" => office::live::follow_requests(desk).await.map(drop),
        "live::follow_week" => office::live::follow_week(desk, w).await.map(drop),
        "meeting::add_item" => meeting::add_item(desk, met, 1, ItemDraft::default(), "").await.map(drop),
        "meeting::answer_invitation(agree_deputy)" => {
            let step = AnswerStep::AgreeDeputy;
            meeting::answer_invitation(desk, invited, 1, step, AnswerDraft::default()).await.map(drop)
        }
        "meeting::answer_invitation(confirm)" => {
            let step = AnswerStep::Confirm;
            meeting::answer_invitation(desk, invited, 1, step, AnswerDraft::default()).await.map(drop)
        }
        "meeting::begin_item" => meeting::begin_item(desk, met, 1, item).await.map(drop),
        "meeting::course" => meeting::course(desk, met).await.map(drop),
        "meeting::end_item" => meeting::end_item(desk, met, 1, item).await.map(drop),
        "meeting::note_hours" => {
            meeting::note_hours(desk, met, 1, item, RealHoursDraft::default()).await.map(drop)
        }
        "meeting::change_invitee" => {
            meeting::change_invitee(desk, invited, 1, InviteeDraft::default()).await.map(drop)
        }
        "meeting::invitation" => meeting::invitation(desk, met).await.map(drop),
        "meeting::invitations" => meeting::invitations(desk).await.map(drop),
        "meeting::invite" => meeting::invite(desk, met, InviteDraft::default()).await.map(drop),
        "meeting::invite_members" => meeting::invite_members(desk, met).await.map(drop),
        "meeting::issue_invitation" => meeting::issue_invitation(desk, met, 1, "").await.map(drop),
        "meeting::remove_invitee" => meeting::remove_invitee(desk, invited, 1).await.map(drop),
        "meeting::save_invitation" => {
            meeting::save_invitation(desk, met, 0, InvitationDraft::default()).await.map(drop)
        }
        "meeting::unanswered" => meeting::unanswered(desk).await.map(drop),
        "meeting::add_material" => {
            meeting::add_material(desk, met, 1, MaterialDraft::default()).await.map(drop)
        }
        "meeting::change_material" => {
            meeting::change_material(desk, paper, 1, MaterialDraft::default()).await.map(drop)
        }
        "meeting::close_material" => meeting::close_material(desk, paper, true).await.map(drop),
        "meeting::move_material" => meeting::move_material(desk, paper, 1, Shift::Up).await.map(drop),
        "meeting::note_received" => meeting::note_received(desk, paper, "x").await.map(drop),
        "meeting::archive" => meeting::archive(desk, met).await.map(drop),
        "meeting::note_privately" => {
            meeting::note_privately(desk, met, Some(item), None, "x").await.map(drop)
        }
        "meeting::pack" => meeting::pack(desk, met).await.map(drop),
        "meeting::papers" => meeting::papers(desk).await.map(drop),
        "meeting::remind_material" => meeting::remind_material(desk, paper, "").await.map(drop),
        "meeting::remove_material" => meeting::remove_material(desk, paper, 1).await.map(drop),
        "meeting::answer_opinion" => {
            meeting::answer_opinion(desk, OpinionId(999_999), true, "").await.map(drop)
        }
        "meeting::ask_opinion" => meeting::ask_opinion(desk, item, OpinionDraft::default()).await.map(drop),
        "meeting::backlog" => meeting::backlog(desk).await.map(drop),
        "meeting::carry_item" => meeting::carry_item(desk, met, 1, item, met, "x").await.map(drop),
        "meeting::change_item" => {
            meeting::change_item(desk, met, 1, item, ItemDraft::default()).await.map(drop)
        }
        "meeting::change_proposal" => {
            meeting::change_proposal(desk, met, 1, ProposalDraft::default()).await.map(drop)
        }
        "meeting::change_proposed_item" => {
            meeting::change_proposed_item(desk, item, 1, ItemDraft::default()).await.map(drop)
        }
        "meeting::found_meeting" => meeting::found_meeting(desk, entry).await.map(drop),
        "meeting::freeze_agenda" => meeting::freeze_agenda(desk, met, 1).await.map(drop),
        "meeting::lay_out" => meeting::lay_out(desk, met, 1).await.map(drop),
        "meeting::list_meetings" => meeting::list_meetings(desk).await.map(drop),
        "meeting::meeting" => meeting::meeting(desk, met).await.map(drop),
        "meeting::meeting_of_entry" => meeting::meeting_of_entry(desk, entry).await.map(drop),
        "meeting::meeting_rules" => meeting::meeting_rules(desk).await.map(drop),
        "meeting::move_item" => meeting::move_item(desk, met, 1, item, Shift::Up).await.map(drop),
        "meeting::place_item" => meeting::place_item(desk, met, 1, item, "").await.map(drop),
        "meeting::number_meeting" => {
            meeting::number_meeting(desk, met, 1, SessionDraft::default()).await.map(drop)
        }
        "meeting::plan_meetings" => {
            meeting::plan_meetings(desk, BodyId(999_999), 1, PlanDraft::default()).await.map(drop)
        }
        "meeting::planning" => meeting::planning(desk, BodyId(999_999), PlanDraft::default()).await.map(drop),
        "meeting::propose_item" => {
            meeting::propose_item(desk, BodyId(999_999), "", ItemDraft::default()).await.map(drop)
        }
        "meeting::propose_meeting" => {
            meeting::propose_meeting(desk, ProposalDraft::default()).await.map(drop)
        }
        "meeting::remove_item" => meeting::remove_item(desk, met, 1, item).await.map(drop),
        "meeting::save_agenda_template" => meeting::save_agenda_template(desk, met).await,
        "meeting::save_body" => meeting::save_body(desk, None, 0, BodyDraft::default()).await.map(drop),
        "meeting::save_counting" => {
            meeting::save_counting(desk, 99, CountingDraft::default()).await.map(drop)
        }
        "meeting::save_rule" => meeting::save_rule(desk, 99, RuleDraft::default()).await.map(drop),
        "meeting::schedule_meeting" => {
            meeting::schedule_meeting(desk, met, 1, Placing::default()).await.map(drop)
        }
        "meeting::take_item_step(accept)" => {
            meeting::take_item_step(desk, item, 1, ItemStep::Accept, "").await.map(drop)
        }
        "meeting::submit_item" => {
            meeting::submit_item(desk, item, 1, AgreementDraft::default()).await.map(drop)
        }
        "meeting::take_item_step(agree)" => {
            meeting::take_item_step(desk, item, 1, ItemStep::Agree, "").await.map(drop)
        }
        "meeting::take_item_step(present)" => {
            meeting::take_item_step(desk, item, 1, ItemStep::Present, "").await.map(drop)
        }
        "meeting::take_step(agree)" => {
            meeting::take_step(desk, met, 1, MeetingStep::Agree, "").await.map(drop)
        }
        "meeting::take_step(convene)" => {
            meeting::take_step(desk, met, 1, MeetingStep::Convene, "").await.map(drop)
        }
        "meeting::take_step(withdraw)" => {
            meeting::take_step(desk, met, 1, MeetingStep::Withdraw, "").await.map(drop)
        }
        "people::assign_secretary" => people::assign_secretary(desk, person, position).await,
        "people::list_persons" => people::list_persons(desk).await.map(drop),
        "people::list_positions" => people::list_positions(desk).await.map(drop),
        "people::list_units" => people::list_units(desk).await.map(drop),
        "people::release_secretary" => people::release_secretary(desk, person, position).await,
        "people::save_person" => people::save_person(desk, None, 0, a_person("")).await.map(drop),
        "people::save_position" => {
            people::save_position(desk, None, 0, a_position("", "", "")).await.map(drop)
        }
        "people::save_unit" => people::save_unit(desk, None, 0, a_unit("")).await.map(drop),
        "request::accept_request" => {
            request::accept_request(desk, asked, 1, Placing::default()).await.map(drop)
        }
        "request::change_request" => {
            request::change_request(desk, asked, 1, RequestDraft::default()).await.map(drop)
        }
        "request::merge_requests" => request::merge_requests(desk, &[], None, "x").await.map(drop),
        "request::own_requests" => request::own_requests(desk).await.map(drop),
        "request::refuse_request" => request::refuse_request(desk, asked, 1, "x").await.map(drop),
        "request::register_request" => {
            request::register_request(desk, RequestDraft::default()).await.map(drop)
        }
        "request::request_tray" => request::request_tray(desk, w).await.map(drop),
        "request::return_request" => request::return_request(desk, asked, 1, "x").await.map(drop),
        "request::withdraw_request" => request::withdraw_request(desk, asked, 1, "").await.map(drop),
        "schedule::absent" => schedule::absent(desk, AbsenceDraft::default()).await.map(drop),
        "schedule::board" => schedule::board(desk, w).await.map(drop),
        "schedule::cancel_entry" => schedule::cancel_entry(desk, entry, 1, "x").await.map(drop),
        "schedule::changes" => schedule::changes(desk, w, 1, 2).await.map(drop),
        "schedule::delete_template" => schedule::delete_template(desk, template, 1).await,
        "schedule::change_series" => {
            let draft = SeriesDraft::default();
            schedule::change_series(desk, series, 1, w.monday(), None, draft, None).await.map(drop)
        }
        "schedule::end_series" => schedule::end_series(desk, series, 1, w.monday()).await.map(drop),
        "schedule::list_series" => schedule::list_series(desk).await.map(drop),
        "schedule::make_series" => {
            schedule::make_series(desk, entry, 1, SeriesDraft::default()).await.map(drop)
        }
        "schedule::series_of" => schedule::series_of(desk, entry).await.map(drop),
        "schedule::skip_day" => schedule::skip_day(desk, series, 1, w.monday()).await.map(drop),
        "schedule::restore_day" => schedule::restore_day(desk, series, 1, w.monday()).await.map(drop),
        "schedule::history" => schedule::history(desk, entry).await.map(drop),
        "schedule::list_templates" => schedule::list_templates(desk).await.map(drop),
        "schedule::mark_seen" => schedule::mark_seen(desk, w, 99).await,
        "schedule::look_back" => schedule::look_back(desk, w, Asked::Nothing).await.map(drop),
        "schedule::move_entry" => {
            schedule::move_entry(desk, entry, 1, day("2026-12-08"), SessionPart::Morning, None, "")
                .await
                .map(drop)
        }
        "schedule::my_week" => schedule::my_week(desk, w).await.map(drop),
        "schedule::official_week" => schedule::official_week(desk, w, None).await.map(drop),
        "schedule::postpone_entry" => schedule::postpone_entry(desk, entry, 1, "x", None).await.map(drop),
        "schedule::publish" => schedule::publish(desk, w, 99, "").await.map(drop),
        "schedule::record_absence" => schedule::record_absence(desk, AbsenceDraft::default()).await.map(drop),
        "schedule::remove_entry" => schedule::remove_entry(desk, entry, 1).await,
        "schedule::rename_template" => schedule::rename_template(desk, template, 1, "x").await.map(drop),
        "schedule::resume_entry" => schedule::resume_entry(desk, entry, 1, "").await.map(drop),
        "schedule::review" => schedule::review(desk, w).await.map(drop),
        "schedule::save_entry" => schedule::save_entry(desk, Save::default()).await.map(drop),
        "schedule::save_template" => schedule::save_template(desk, w, &[entry], "x").await.map(drop),
        "schedule::start_week" => {
            let start = domain::schedule::Start { source: Source::Week(w), picks: Vec::new() };
            schedule::start_week(desk, w, start).await.map(drop)
        }
        "schedule::starting" => schedule::starting(desk, w, Source::Week(w)).await.map(drop),
        "schedule::set_remark" => schedule::set_remark(desk, w, 99, "").await.map(drop),
        "schedule::take_step(approve)" => step(Step::Approve).await.map(drop),
        "schedule::take_step(publish)" => step(Step::Publish).await.map(drop),
        "schedule::take_step(return)" => step(Step::Return).await.map(drop),
        "schedule::take_step(submit)" => step(Step::Submit).await.map(drop),
        "schedule::take_step(withdraw)" => step(Step::Withdraw).await.map(drop),
        "schedule::weeks" => schedule::weeks(desk, w).await.map(drop),
        "schedule::working_entry" => schedule::working_entry(desk, entry).await.map(drop),
        "setting::remove_day_off" => setting::remove_day_off(desk, HolidayId(999_999), 1).await.map(drop),
        "setting::remove_season" => setting::remove_season(desk, day("2026-04-16"), 99).await.map(drop),
        "setting::save_day_off" => {
            setting::save_day_off(desk, None, 0, DayOffDraft::default()).await.map(drop)
        }
        "setting::save_hours" => setting::save_hours(desk, 99, HoursDraft::default()).await.map(drop),
        "setting::save_file_rules" => {
            setting::save_file_rules(desk, 99, FileRulesDraft::default()).await.map(drop)
        }
        "setting::save_season" => setting::save_season(desk, None, 99, HoursDraft::default()).await.map(drop),
        "setting::save_request_rules" => {
            setting::save_request_rules(desk, 99, RulesDraft::default()).await.map(drop)
        }
        "schedule::absence_of" => schedule::absence_of(desk, EntryId(999_999)).await.map(drop),
        "schedule::end_absence" => {
            schedule::end_absence(desk, EntryId(999_999), 1, day("2026-12-08"), "Về sớm").await.map(drop)
        }
        "schedule::undo_start" => schedule::undo_start(desk, w, &[(EntryId(999_999), 1)]).await.map(drop),
        "setting::receptions" => setting::receptions(desk).await.map(drop),
        "setting::save_receptions" => {
            setting::save_receptions(desk, 99, ReceptionDraft::default()).await.map(drop)
        }
        "setting::save_travel" => setting::save_travel(desk, 99, TravelDraft::default()).await.map(drop),
        "setting::travel" => setting::travel(desk).await.map(drop),
        "setting::save_profile" => setting::save_profile(desk, Profile::default()).await.map(drop),
        "waiting::own" => office::waiting::own(desk).await.map(drop),
        "waiting::waiting" => office::waiting::waiting(desk).await.map(drop),
        other => panic!("{other} has a row and no call"),
    }
}

/// A paper of a request that is not there.
fn a_start() -> Start {
    let owner = Owner::Request(RequestId(999_999));
    Start {
        owner,
        name: "a.txt".into(),
        size: None,
        replaces: None,
        sha256: None,
        reason: String::new(),
        confirmed: true,
    }
}

fn refusal_of(result: office::Result<()>, verb: &str) -> Option<Refusal> {
    match result {
        Ok(()) => None,
        Err(Failure::Refused(refusal)) => Some(refusal),
        Err(broken) => panic!("{verb} broke: {broken:?}"),
    }
}

on_both! {
    async fn every_verb_asks_every_role(office: TestOffice) {
        let account = office.secretary().actor.account;
        for (verb, allowed) in MATRIX {
            let answer = refusal_of(call(verb, &office.nobody()).await, verb);
            assert_eq!(answer, Some(Refusal::SignInNeeded), "nobody: {verb}");
            for role in Role::ALL {
                let desk = office.desk_of(Actor { account, roles: vec![role], ..Actor::nobody() });
                let answer = refusal_of(call(verb, &desk).await, verb);
                let passed = !matches!(answer, Some(Refusal::NotYours | Refusal::SignInNeeded));
                assert_eq!(passed, allowed.contains(&role), "{role:?}: {verb} answered {answer:?}");
            }
            let desk = office.desk_of(Actor { account, ..Actor::nobody() });
            let answer = refusal_of(call(verb, &desk).await, verb);
            let passed = answer != Some(Refusal::NotYours);
            assert_eq!(passed, *allowed == EVERYONE, "an account without roles: {verb} answered {answer:?}");
        }
    }
}

/// Public functions by their room that take this argument, read from the source.
fn verbs_with(argument: &str) -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    for file in rust_files(&src) {
        let room = file.strip_prefix(&src).expect("below src").components().next().expect("a room");
        let room = room.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        let source = std::fs::read_to_string(&file).expect("a source file");
        for (at, _) in source.match_indices("pub async fn ").chain(source.match_indices("pub fn ")) {
            let rest = source[at..].split_once("fn ").expect("a function").1;
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let arguments = rest.split_once(") ").map_or(rest, |(arguments, _)| arguments);
            if arguments.contains(argument) {
                found.insert(format!("{room}::{name}"));
            }
        }
    }
    found
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for item in std::fs::read_dir(folder).expect("a folder") {
        let path = item.expect("a file").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn the_table_names_every_verb() {
    let rows: BTreeSet<String> =
        MATRIX.iter().map(|(verb, _)| verb.split('(').next().unwrap_or(verb).to_owned()).collect();
    assert_eq!(verbs_with(": &Desk"), rows);
}

#[test]
fn nothing_else_reaches_the_memory_without_a_desk() {
    let open: BTreeSet<String> = OPEN.iter().map(|verb| (*verb).to_owned()).collect();
    assert_eq!(verbs_with(": &Office"), open);
}
