//! Accounts in the hands of an administrator, and the demo password.

use super::{SECRETARY, enter, is_open, knock};
use crate::support::{TestOffice, issue, on_both, refused, stale};
use domain::access::{Account, AccountDraft};
use domain::{AccountId, Actor, Problem, Refusal, Role};
use office::access::{self, DEMO_PASSWORD};
use office::journal;
use sea_orm::{ConnectionTrait, Database, FromQueryResult, Statement};

fn an_account(email: &str) -> AccountDraft {
    AccountDraft {
        email: email.into(),
        name: "Cán bộ mới".into(),
        roles: vec!["secretary".into()],
        password: "mat-khau-rat-moi".into(),
        ..AccountDraft::default()
    }
}

fn as_it_is(account: &Account) -> AccountDraft {
    AccountDraft {
        email: account.email.clone(),
        name: account.name.clone(),
        roles: account.roles.iter().map(|r| r.code().to_owned()).collect(),
        unit: account.unit.map(|u| u.to_string()).unwrap_or_default(),
        person: account.person.map(|p| p.to_string()).unwrap_or_default(),
        ..AccountDraft::default()
    }
}

async fn account(office: &TestOffice, email: &str) -> Account {
    let all = access::list_accounts(&office.administrator()).await.expect("accounts");
    all.into_iter().find(|a| a.email == email).expect("an account")
}

type Spoil = fn(&mut AccountDraft);

#[derive(FromQueryResult)]
struct Line {
    title: String,
    fields: String,
    reason: String,
    subject_id: String,
}

on_both! {
    async fn an_account_is_made_and_changed(office: TestOffice) {
        let desk = office.administrator();
        let draft = AccountDraft {
            roles: vec!["department_officer".into()],
            unit: office.unit("STC").to_string(),
            ..an_account("Moi@MinhGiang.example")
        };
        let made = access::save_account(&desk, None, 0, draft).await.expect("made");
        assert_eq!((made.email.as_str(), made.unit), ("moi@minhgiang.example", Some(office.unit("STC"))));
        knock(&office, "moi@minhgiang.example", "mat-khau-rat-moi").await.expect("signed in");
        let draft = AccountDraft { roles: vec!["leader".into(), "secretary".into()], ..as_it_is(&made) };
        let changed = access::save_account(&desk, Some(made.id), 1, draft).await.expect("changed");
        assert_eq!((changed.roles.as_slice(), changed.version), ([Role::Leader, Role::Secretary].as_slice(), 2));
        let still = knock(&office, "moi@minhgiang.example", "mat-khau-rat-moi").await.expect("the password is kept");
        assert_eq!(still.actor.roles, changed.roles);
        let told = stale(access::save_account(&desk, Some(made.id), 1, as_it_is(&made)).await);
        assert_eq!((told.by.as_str(), told.current), ("Quản trị hệ thống", 2));
    }

    async fn an_officer_keeps_a_unit(office: TestOffice) {
        let desk = office.administrator();
        let officer = account(&office, "sotaichinh@minhgiang.example").await;
        let without = AccountDraft { unit: String::new(), ..as_it_is(&officer) };
        let kept = access::save_account(&desk, Some(officer.id), officer.version, without).await;
        assert_eq!(issue(kept), ("unit".into(), Problem::Required));
        access::save_account(&desk, Some(officer.id), officer.version, as_it_is(&officer)).await.expect("saved");
        let head = account(&office, "giamdocsotaichinh@minhgiang.example").await;
        access::save_account(&desk, Some(head.id), head.version, as_it_is(&head)).await.expect("saved");
    }

    async fn wrong_fields_are_named(office: TestOffice) {
        let desk = office.administrator();
        let guessable = || Problem::Guessable { different: 5 };
        let wrong: [(&str, Problem, Spoil); 12] = [
            ("email", Problem::Taken, |d| d.email = SECRETARY.into()),
            ("email", Problem::NotAnEmail, |d| d.email = "khong phai".into()),
            ("name", Problem::ControlCharacters, |d| d.name = "\u{0}".into()),
            ("roles", Problem::Required, |d| d.roles.clear()),
            ("roles", Problem::Unknown, |d| d.roles.push("root".into())),
            ("unit", Problem::Unknown, |d| d.unit = "999999".into()),
            ("unit", Problem::Required, |d| d.roles = vec!["department_officer".into()]),
            ("unit", Problem::Required, |d| d.roles.push("unit_head".into())),
            ("person", Problem::Unknown, |d| d.person = "999999".into()),
            ("password", Problem::WeakPassword { min: 10 }, |d| d.password.clear()),
            ("password", guessable(), |d| d.password = "1111111111".into()),
            ("password", guessable(), |d| d.email = "mat-khau@minhgiang.example".into()),
        ];
        for (field, problem, spoil) in wrong {
            let mut draft = an_account("moi@minhgiang.example");
            spoil(&mut draft);
            assert_eq!(issue(access::save_account(&desk, None, 0, draft).await), (field.to_owned(), problem));
        }
        let none = AccountId(999_999);
        let draft = an_account("moi@minhgiang.example");
        assert_eq!(refused(access::save_account(&desk, Some(none), 1, draft).await), Refusal::NotFound);
        assert_eq!(refused(access::lock_account(&desk, none).await), Refusal::NotFound);
        assert_eq!(refused(access::reset_password(&desk, none, "mat-khau-rat-moi").await), Refusal::NotFound);
    }

    async fn a_locked_account_is_out_at_once(office: TestOffice) {
        let inside = enter(&office, SECRETARY).await;
        let id = account(&office, SECRETARY).await.id;
        let locked = access::lock_account(&office.administrator(), id).await.expect("locked");
        assert!(locked.locked_at.is_some());
        assert!(!is_open(&office, &inside.secret).await);
        assert_eq!(refused(knock(&office, SECRETARY, DEMO_PASSWORD).await), Refusal::WrongPassword);
        access::unlock_account(&office.administrator(), id).await.expect("unlocked");
        assert!(!is_open(&office, &inside.secret).await, "the old session stays dead");
        enter(&office, SECRETARY).await;
        let own = office.administrator();
        let own_id = own.actor.account.expect("an account");
        assert_eq!(refused(access::lock_account(&own, own_id).await), Refusal::NotYours);
    }

    async fn a_new_password_of_the_administrator_ends_the_sessions(office: TestOffice) {
        let id = account(&office, SECRETARY).await.id;
        let inside = enter(&office, SECRETARY).await;
        let weak = access::reset_password(&office.administrator(), id, "ngan").await;
        assert_eq!(issue(weak), ("password".into(), Problem::WeakPassword { min: 10 }));
        for new in ["aaaaaaaaaaaaaaa", "ThuKy-2026"] {
            let guessed = access::reset_password(&office.administrator(), id, new).await;
            assert_eq!(issue(guessed), ("password".into(), Problem::Guessable { different: 5 }), "{new}");
        }
        access::reset_password(&office.administrator(), id, "mat-khau-rat-moi").await.expect("reset");
        assert!(!is_open(&office, &inside.secret).await);
        knock(&office, SECRETARY, "mat-khau-rat-moi").await.expect("signed in");
    }

    async fn the_last_active_administrator_stays_one(office: TestOffice) {
        let desk = office.administrator();
        let own = account(&office, "quantri@minhgiang.example").await;
        let without = AccountDraft { roles: vec!["secretary".into()], ..as_it_is(&own) };
        let gone = access::save_account(&desk, Some(own.id), own.version, without.clone()).await;
        assert_eq!(issue(gone), ("roles".into(), Problem::LastAdministrator));
        let terminal = office.desk_of(Actor { account: None, ..desk.actor.clone() });
        let locked = access::lock_account(&terminal, own.id).await;
        assert_eq!(issue(locked), ("locked".into(), Problem::LastAdministrator));
        assert_eq!(account(&office, &own.email).await.version, own.version, "nothing was changed");

        let second = AccountDraft { roles: vec!["administrator".into()], ..an_account("moi@minhgiang.example") };
        let second = access::save_account(&desk, None, 0, second).await.expect("made");
        access::lock_account(&desk, second.id).await.expect("locked: the first one is there");
        let gone = access::save_account(&desk, Some(own.id), own.version, without.clone()).await;
        assert_eq!(issue(gone), ("roles".into(), Problem::LastAdministrator), "a locked one does not count");
        access::unlock_account(&desk, second.id).await.expect("unlocked");
        access::save_account(&desk, Some(own.id), own.version, without).await.expect("the second one is there");
        let last = access::lock_account(&terminal, second.id).await;
        assert_eq!(issue(last), ("locked".into(), Problem::LastAdministrator));
    }

    async fn nobody_hashes_a_book(office: TestOffice) {
        let book = "đ".repeat(257);
        let too_long = Problem::TooLong { max: 256, is: 257 };
        let desk = office.administrator();
        assert_eq!(issue(knock(&office, SECRETARY, &book).await), ("password".into(), too_long.clone()));
        let draft = AccountDraft { password: book.clone(), ..an_account("moi@minhgiang.example") };
        assert_eq!(issue(access::save_account(&desk, None, 0, draft).await), ("password".into(), too_long.clone()));
        let id = account(&office, SECRETARY).await.id;
        assert_eq!(issue(access::reset_password(&desk, id, &book).await), ("password".into(), too_long.clone()));
        let inside = enter(&office, SECRETARY).await;
        let own = office.desk_of(inside.actor.clone());
        let change = |old, new| access::change_password(&own, &inside.secret, old, new);
        assert_eq!(issue(change(&book, "mat-khau-rat-moi").await), ("old".into(), too_long.clone()));
        assert_eq!(issue(change(DEMO_PASSWORD, &book).await), ("new".into(), too_long));
        change(DEMO_PASSWORD, &format!("{}đ", "đường".repeat(51))).await.expect("256 characters fit");
    }

    async fn the_demo_passwords_are_known_without_trying_them(office: TestOffice) {
        let db = Database::connect(&office.url).await.expect("a connection");
        let desk = office.administrator();
        for account in access::list_accounts(&desk).await.expect("accounts") {
            assert!(access::has_demo_password(&office).await.expect("an answer"), "{}", account.email);
            // A hash of its own without the work of one: nobody tries it.
            let sql = format!("UPDATE account SET password_hash = 'x', opens_with_demo = FALSE WHERE id = {}", account.id);
            db.execute_unprepared(&sql).await.expect("another password");
        }
        assert!(!access::has_demo_password(&office).await.expect("an answer"));
        let id = account(&office, SECRETARY).await.id;
        access::reset_password(&desk, id, DEMO_PASSWORD).await.expect("a demo office takes it");
        assert!(access::has_demo_password(&office).await.expect("an answer"));
        let inside = enter(&office, SECRETARY).await;
        let own = office.desk_of(inside.actor.clone());
        access::change_password(&own, &inside.secret, DEMO_PASSWORD, "mat-khau-rat-moi").await.expect("changed");
        assert!(!access::has_demo_password(&office).await.expect("an answer"));
        db.close().await.expect("closed");
    }

    async fn accounts_from_before_the_mark_are_tried_once(office: TestOffice) {
        let db = Database::connect(&office.url).await.expect("a connection");
        let keep = "DELETE FROM account WHERE email NOT IN ('thuky@minhgiang.example', 'quantri@minhgiang.example')";
        db.execute_unprepared(keep).await.expect("two accounts");
        let id = account(&office, SECRETARY).await.id;
        access::reset_password(&office.administrator(), id, "mat-khau-rat-moi").await.expect("reset");
        db.execute_unprepared("UPDATE account SET opens_with_demo = NULL").await.expect("no marks");
        assert!(access::has_demo_password(&office).await.expect("an answer"));
        db.execute_unprepared("UPDATE account SET password_hash = 'x'").await.expect("no hashes");
        assert!(access::has_demo_password(&office).await.expect("an answer"), "it is written down now");
        db.close().await.expect("closed");
    }

    async fn the_demo_password_opens_a_demo_office_only(office: TestOffice) {
        let db = Database::connect(&office.url).await.expect("a connection");
        db.execute_unprepared("DELETE FROM setting WHERE key = 'demo'").await.expect("no mark");
        assert!(!office::setting::is_demo(&office).await.expect("an answer"));
        assert_eq!(refused(knock(&office, SECRETARY, DEMO_PASSWORD).await), Refusal::WrongPassword);
        assert!(access::has_demo_password(&office).await.expect("an answer"), "and the doctor says so");
        let desk = office.administrator();
        let draft = AccountDraft { password: DEMO_PASSWORD.into(), ..an_account("moi@minhgiang.example") };
        assert_eq!(issue(access::save_account(&desk, None, 0, draft).await), ("password".into(), Problem::Taken));
        let id = account(&office, SECRETARY).await.id;
        assert_eq!(issue(access::reset_password(&desk, id, DEMO_PASSWORD).await), ("password".into(), Problem::Taken));
        db.close().await.expect("closed");
    }

    async fn no_secret_is_ever_in_the_journal(office: TestOffice) {
        let desk = office.administrator();
        let made = access::save_account(&desk, None, 0, an_account("moi@minhgiang.example")).await.expect("made");
        let inside = knock(&office, "moi@minhgiang.example", "mat-khau-rat-moi").await.expect("signed in");
        let own = office.desk_of(inside.actor.clone());
        access::change_password(&own, &inside.secret, "mat-khau-rat-moi", "mat-khau-cua-toi").await.expect("changed");
        access::reset_password(&desk, made.id, "mat-khau-dat-lai").await.expect("reset");
        let draft = AccountDraft { password: "mat-khau-lan-nua".into(), ..as_it_is(&made) };
        access::save_account(&desk, Some(made.id), 2, draft).await.expect("changed");

        let deeds: Vec<_> = journal::list(&office.chief(), None, None).await.expect("lines").into_iter().take(5).map(|l| l.deed).collect();
        let expected = ["access.save_account", "access.reset_password", "access.change_password", "access.sign_in", "access.save_account"];
        assert_eq!(deeds, expected);
        let db = Database::connect(&office.url).await.expect("a connection");
        let all = Statement::from_string(db.get_database_backend(), "SELECT * FROM change");
        let lines = Line::find_by_statement(all).all(&db).await.expect("lines");
        db.close().await.expect("closed");
        assert!(lines.len() > 10);
        for line in lines {
            let text = [line.title, line.fields, line.reason, line.subject_id].join("\n");
            let secrets = ["mat-khau", inside.secret.as_str(), "argon2", DEMO_PASSWORD];
            assert!(secrets.iter().all(|secret| !text.contains(secret)), "{text}");
        }
    }
}
