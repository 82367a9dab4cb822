use super::*;
use crate::id::AccountId;
use crate::refusal::{Issue, Problem};

fn with(role: Role) -> Actor {
    Actor { account: Some(AccountId(1)), roles: vec![role], ..Actor::nobody() }
}

/// Who may do what, as the Office decided it: administrators look after accounts and
/// settings and have no business rights; who drafts a week does not approve it.
#[rustfmt::skip]
const RIGHTS: [(Deed, [bool; 6]); 23] = {
    const X: bool = true;
    const O: bool = false;
    [
        //                       secretary, chief, leader, officer, head, administrator
        (Deed::ReadDesk,         [X, X, O, O, O, O]),
        (Deed::ReadPublished,    [X, X, X, X, X, O]),
        (Deed::ReadJournal,      [O, X, O, O, O, O]),
        (Deed::RegisterRequest,  [O, O, O, X, O, O]),
        (Deed::DecideRequest,    [X, X, O, O, O, O]),
        (Deed::EditEntry,        [X, X, O, O, O, O]),
        (Deed::OverrideConflict, [O, X, O, O, O, O]),
        (Deed::SubmitWeek,       [X, X, O, O, O, O]),
        (Deed::ApproveWeek,      [O, X, O, O, O, O]),
        (Deed::PublishWeek,      [O, X, O, O, O, O]),
        (Deed::ReadPeople,       [X, X, O, O, O, X]),
        (Deed::EditPeople,       [X, X, O, O, O, O]),
        (Deed::AssignSecretary,  [O, X, O, O, O, O]),
        (Deed::EditCalendar,     [X, X, O, O, O, O]),
        (Deed::ReadMeeting,      [X, X, X, X, X, O]),
        (Deed::ProposeMeeting,   [X, X, O, X, X, O]),
        (Deed::AgreeItem,        [O, O, O, O, X, O]),
        (Deed::GiveOpinion,      [O, O, X, O, O, O]),
        (Deed::EditMeeting,      [X, X, O, O, O, O]),
        (Deed::AnswerInvitation, [X, X, X, X, X, O]),
        (Deed::DecideDeputy,     [X, X, X, O, O, O]),
        (Deed::ManageAccounts,   [O, O, O, O, O, X]),
        (Deed::EditSettings,     [O, O, O, O, O, X]),
    ]
};

#[test]
fn each_role_may_do_what_the_table_says_and_nothing_else() {
    assert_eq!(RIGHTS.map(|(deed, _)| deed), Deed::ALL);
    let roles = [
        Role::Secretary,
        Role::ChiefOfOffice,
        Role::Leader,
        Role::DepartmentOfficer,
        Role::UnitHead,
        Role::Administrator,
    ];
    assert_eq!(roles, Role::ALL);
    for (deed, expected) in RIGHTS {
        for (role, may) in roles.into_iter().zip(expected) {
            let answer = with(role).may(deed);
            let right = if may { Ok(()) } else { Err(Refusal::NotYours) };
            assert_eq!(answer, right, "{role:?}: {deed:?}");
        }
    }
}

#[test]
fn several_roles_are_the_sum_of_their_rights() {
    for bits in 0..64_usize {
        let roles: Vec<_> = (0..6).filter(|i| bits & (1 << i) != 0).map(|i| Role::ALL[i]).collect();
        let actor = Actor { roles: roles.clone(), ..with(Role::Leader) };
        for deed in Deed::ALL {
            let alone = roles.iter().any(|role| with(*role).can(deed));
            assert_eq!(actor.can(deed), alone, "{roles:?}: {deed:?}");
        }
    }
}

#[test]
fn a_job_of_the_office_has_a_name_and_no_rights() {
    let job = Actor::job("Bộ nhắc việc");
    assert_eq!(job.name, "Bộ nhắc việc");
    assert!(Deed::ALL.iter().all(|deed| !job.can(*deed)));
}

#[test]
fn nobody_may_do_nothing() {
    for deed in Deed::ALL {
        assert_eq!(Actor::nobody().may(deed), Err(Refusal::SignInNeeded));
    }
}

#[test]
fn a_secretary_arranges_only_the_leaders_served() {
    let (mine, other) = (PositionId(1), PositionId(2));
    let mut secretary = with(Role::Secretary);
    secretary.serves = vec![mine];
    assert!(secretary.may_arrange(&[], &[mine]));
    assert!(secretary.may_arrange(&[mine, other], &[mine, other]));
    assert!(!secretary.may_arrange(&[mine], &[mine, other]));
    assert!(!secretary.may_arrange(&[other], &[other]));
    assert!(!secretary.may_arrange(&[mine, other], &[other]));
    assert!(secretary.may_arrange(&[], &[]));
    assert!(!with(Role::Leader).may_arrange(&[], &[]));
    assert!(with(Role::ChiefOfOffice).may_arrange(&[other], &[]));
}

#[test]
fn an_address_is_checked_and_lowered() {
    assert_eq!(email(" ThuKy@MinhGiang.example ").as_deref(), Ok("thuky@minhgiang.example"));
    for wrong in ["x", "x@", "@y.vn", "a@b@c.vn", "a b@c.vn", "a@b", "đ@c.vn"] {
        assert_eq!(email(wrong), Err(Problem::NotAnEmail), "{wrong}");
    }
    assert_eq!(email(" "), Err(Problem::Required));
}

#[test]
fn everybody_is_sent_to_their_own_room() {
    let homes = Role::ALL.map(|role| with(role).home());
    assert_eq!(homes, ["/desk", "/desk", "/my", "/desk", "/desk", "/desk/settings"]);
}

#[test]
fn a_new_account_needs_a_password_and_an_old_one_keeps_its_own() {
    let draft = AccountDraft {
        email: "Thu.Ky@minhgiang.example".into(),
        name: "Thư ký".into(),
        roles: vec!["secretary".into(), "secretary".into()],
        person: "7".into(),
        ..AccountDraft::default()
    };
    let plan = draft.check(false).unwrap();
    assert_eq!(plan.email, "thu.ky@minhgiang.example");
    assert_eq!((plan.roles, plan.person), (vec![Role::Secretary], Some(PersonId(7))));
    assert_eq!(plan.password, None);
    let weak = Issue::new("password", Problem::WeakPassword { min: PASSWORD_MIN });
    assert_eq!(draft.check(true), Err(vec![weak]));
    let password = "mười chữ đủ dài".to_owned();
    let with_password = AccountDraft { password: password.clone(), ..draft };
    assert_eq!(with_password.check(true).unwrap().password, Some(password));
}

#[test]
fn an_account_form_is_told_everything_at_once() {
    let draft = AccountDraft {
        email: "thư ký".into(),
        roles: vec!["boss".into()],
        unit: "sở".into(),
        person: "một".into(),
        password: "ngắn".into(),
        ..AccountDraft::default()
    };
    let issues = draft.check(false).unwrap_err();
    let fields: Vec<_> = issues.iter().map(|i| i.field.as_str()).collect();
    assert_eq!(fields, ["email", "name", "roles", "unit", "person", "password"]);
    let no_role = AccountDraft::default().check(false).unwrap_err();
    assert!(no_role.contains(&Issue::new("roles", Problem::Required)));
}

#[test]
fn who_speaks_for_a_unit_needs_one() {
    assert_eq!(Role::ALL.map(Role::needs_unit), [false, false, false, true, true, false]);
    let of = |role: Role, unit: &str| AccountDraft {
        email: "can.bo@minhgiang.example".into(),
        name: "Cán bộ".into(),
        roles: vec!["leader".into(), role.code().into()],
        unit: unit.into(),
        ..AccountDraft::default()
    };
    for role in Role::ALL {
        let missing = vec![Issue::new("unit", Problem::Required)];
        let without = of(role, " ").check(false).map(|plan| plan.unit);
        assert_eq!(without, if role.needs_unit() { Err(missing) } else { Ok(None) }, "{role:?}");
        assert_eq!(of(role, "3").check(false).map(|plan| plan.unit), Ok(Some(UnitId(3))), "{role:?}");
    }
    let unknown = of(Role::UnitHead, "sở").check(false).unwrap_err();
    assert_eq!(unknown, [Issue::new("unit", Problem::Unknown)]);
}

#[test]
fn a_password_that_is_tried_first_is_refused() {
    let judged = |new: &str| password(new, "VanThu@minhgiang.example");
    let guessable = Err(Problem::Guessable { different: PASSWORD_DIFFERENT });
    for new in
        ["1111111111", "aaaaaaaaaaaaaaa", "abcdabcdabcd", "vanthu-2026", "2026 VanThu", "Văn.Thư vănthư"]
    {
        assert_eq!(judged(new), guessable, "{new}");
    }
    for new in ["giao-ban-demo", "abcdeabcde", "một câu dễ nhớ", "van thu 2026", "minhgiang.example"] {
        assert_eq!(judged(new), Ok(()), "{new}");
    }
    assert_eq!(judged("1111"), Err(Problem::WeakPassword { min: PASSWORD_MIN }));
    assert_eq!(judged(&"1".repeat(257)), Err(Problem::TooLong { max: PASSWORD_MAX, is: 257 }));
    assert_eq!(
        password("moi-mat-khau", "moi@minhgiang.example"),
        Ok(()),
        "three letters are found by chance"
    );
    assert_eq!(password("giao-ban-demo", ""), Ok(()), "no address was typed yet");
}
