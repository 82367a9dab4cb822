//! Signing in and out: who is who, how often one may guess, and what ends a session.
//!
//! What administrators do with accounts is in `access/account.rs`.

mod account;

use crate::support::{TestOffice, issue, moment, on_both, refused};
use domain::{PositionId, Problem, Refusal, Role};
use office::access::{self, DEMO_PASSWORD, Newcomer, Visit};
use tokio::task::JoinSet;

const SECRETARY: &str = "thuky@minhgiang.example";

fn from(address: &str) -> Visit {
    Visit { client: "Firefox".into(), address: address.into() }
}

async fn knock(office: &TestOffice, email: &str, password: &str) -> office::Result<Newcomer> {
    access::sign_in(&office.clocked(), email, password, &from("10.0.0.1")).await
}

async fn enter(office: &TestOffice, email: &str) -> Newcomer {
    knock(office, email, DEMO_PASSWORD).await.expect("signed in")
}

async fn is_open(office: &TestOffice, secret: &str) -> bool {
    access::actor_of(&office.clocked(), secret).await.expect("an answer").is_some()
}

on_both! {
    async fn whoever_signs_in_is_known_until_they_sign_out(office: TestOffice) {
        let newcomer = knock(&office, " ThuKy@minhgiang.example ", DEMO_PASSWORD).await.expect("signed in");
        let actor = access::actor_of(&office, &newcomer.secret).await.expect("an answer").expect("an actor");
        assert_eq!(actor, newcomer.actor);
        assert_eq!((actor.name.as_str(), actor.roles.as_slice()), ("Lã Minh Quân", [Role::Secretary].as_slice()));
        assert_eq!(actor.serves.len(), 5);
        access::sign_out(&office, &newcomer.secret).await.expect("signed out");
        assert!(!is_open(&office, &newcomer.secret).await);
        access::sign_out(&office, &newcomer.secret).await.expect("signed out already");
        for forged in ["", "x", "\u{0}", newcomer.secret.to_lowercase().as_str()] {
            assert!(!is_open(&office, forged).await, "{forged:?}");
        }
    }

    async fn a_leader_holds_a_post_while_it_lasts(office: TestOffice) {
        let ct = office.post("ct");
        let holds = |n: &Newcomer| n.actor.holds.clone();
        assert_eq!(holds(&enter(&office, "chutich@minhgiang.example").await), [ct]);
        let (posts, _) = office::people::list_positions(&office.chief()).await.expect("positions");
        let post = posts.iter().find(|p| p.id == ct).expect("a post");
        let ended = domain::people::PositionDraft { to: "2026-12-04".into(), ..domain::people::PositionDraft::of(post) };
        office::people::save_position(&office.chief(), Some(ct), 1, ended).await.expect("ended");
        assert_eq!(holds(&enter(&office, "chutich@minhgiang.example").await), [ct], "on the last day still");
        office.at("2026-12-05 00:01");
        assert_eq!(holds(&enter(&office, "chutich@minhgiang.example").await), [] as [PositionId; 0]);
    }

    async fn a_wrong_password_and_an_unknown_account_sound_the_same(office: TestOffice) {
        let wrong = refused(knock(&office, SECRETARY, "khong-phai-mat-khau").await);
        let unknown = refused(knock(&office, "khong.ai@minhgiang.example", "khong-phai-mat-khau").await);
        assert_eq!((&wrong, &unknown), (&Refusal::WrongPassword, &Refusal::WrongPassword));
        for strange in ["", "\u{0}", "a\u{0}b@minhgiang.example", "' OR 1=1 --", "ừ@ừ.ừ", &"x".repeat(10_000)] {
            assert_eq!(refused(knock(&office, strange, "\u{0}").await), Refusal::WrongPassword, "{strange:.20}");
        }
    }

    async fn guessing_at_one_account_ends_after_five_times(office: TestOffice) {
        let first = moment("2026-12-04 17:10");
        for email in [SECRETARY, "khong.ai@minhgiang.example"] {
            office.at("2026-12-04 17:10");
            for _ in 0..5 {
                assert_eq!(refused(knock(&office, email, "sai").await), Refusal::WrongPassword);
                office.minutes_later(1);
            }
            let until = first + chrono::TimeDelta::minutes(15);
            let held = refused(knock(&office, email, DEMO_PASSWORD).await);
            assert_eq!(held, Refusal::TooMany { until }, "even with the right one");
        }
        let other = access::sign_in(&office.clocked(), SECRETARY, DEMO_PASSWORD, &from("10.9.9.9")).await;
        assert!(matches!(refused(other), Refusal::TooMany { .. }), "from wherever");
        office.at("2026-12-04 17:25");
        enter(&office, SECRETARY).await;
    }

    async fn guessing_at_an_open_screen_ends_after_five_times_too(office: TestOffice) {
        let inside = enter(&office, SECRETARY).await;
        let guess = |old: &'static str| {
            let (desk, secret) = (office.desk_of(inside.actor.clone()), inside.secret.clone());
            async move { access::change_password(&desk, &secret, old, "mat-khau-rat-moi").await }
        };
        for _ in 0..5 {
            assert_eq!(issue(guess("sai").await), ("old".into(), Problem::Unknown));
        }
        assert!(matches!(refused(guess(DEMO_PASSWORD).await), Refusal::TooMany { .. }), "even with the right one");
        assert!(matches!(refused(knock(&office, SECRETARY, DEMO_PASSWORD).await), Refusal::TooMany { .. }));
        office.minutes_later(16);
        guess(DEMO_PASSWORD).await.expect("changed");
        knock(&office, SECRETARY, "mat-khau-rat-moi").await.expect("the wrong ones are forgotten");
    }

    async fn signing_in_forgets_the_typing_errors(office: TestOffice) {
        for _ in 0..3 {
            for _ in 0..4 {
                assert_eq!(refused(knock(&office, SECRETARY, "sai").await), Refusal::WrongPassword);
            }
            enter(&office, SECRETARY).await;
        }
    }

    async fn guessing_from_one_address_ends_after_thirty_times(office: TestOffice) {
        for n in 0..30 {
            let email = format!("ai{n}@minhgiang.example");
            assert_eq!(refused(knock(&office, &email, "sai").await), Refusal::WrongPassword);
        }
        assert!(matches!(refused(knock(&office, SECRETARY, DEMO_PASSWORD).await), Refusal::TooMany { .. }));
        let elsewhere = access::sign_in(&office.clocked(), SECRETARY, DEMO_PASSWORD, &from("10.0.0.2")).await;
        elsewhere.expect("another address is heard");
    }

    async fn guessing_at_once_passes_no_limit(office: TestOffice) {
        let mut hands = JoinSet::new();
        for _ in 0..12 {
            let office = office.clocked();
            hands.spawn(async move { access::sign_in(&office, SECRETARY, "sai", &from("10.0.0.1")).await });
        }
        let answers: Vec<_> = hands.join_all().await.into_iter().map(refused).collect();
        assert_eq!(answers.iter().filter(|a| **a == Refusal::WrongPassword).count(), 5);
    }

    async fn own_sessions_are_listed_and_ended(office: TestOffice) {
        let home = enter(&office, SECRETARY).await;
        office.minutes_later(10);
        let work = enter(&office, SECRETARY).await;
        let desk = office.desk_of(work.actor.clone());
        let sessions = access::own_sessions(&desk, &work.secret).await.expect("sessions");
        assert_eq!(sessions.iter().map(|s| s.this).collect::<Vec<_>>(), [true, false]);
        assert_eq!((sessions[0].client.as_str(), sessions[0].address.as_str()), ("Firefox", "10.0.0.1"));

        let stranger = office.leader("ct").await;
        assert_eq!(refused(access::end_session(&stranger, sessions[1].id).await), Refusal::NotFound);
        access::end_session(&desk, sessions[1].id).await.expect("ended");
        assert!(!is_open(&office, &home.secret).await && is_open(&office, &work.secret).await);
        assert_eq!(refused(access::end_session(&desk, sessions[1].id).await), Refusal::NotFound);

        let third = enter(&office, SECRETARY).await;
        access::sign_out_everywhere(&desk).await.expect("ended");
        assert!(!is_open(&office, &work.secret).await && !is_open(&office, &third.secret).await);
        assert_eq!(refused(access::own_sessions(&office.nobody(), "").await), Refusal::SignInNeeded);
    }

    async fn a_session_lives_for_two_weeks_after_its_last_use(office: TestOffice) {
        let used = enter(&office, SECRETARY).await;
        let idle = enter(&office, SECRETARY).await;
        office.at("2026-12-17 17:00");
        assert!(is_open(&office, &used.secret).await);
        office.at("2026-12-18 17:11");
        assert!(!is_open(&office, &idle.secret).await);
        office.at("2026-12-31 16:59");
        assert!(is_open(&office, &used.secret).await);
    }

    async fn a_password_is_changed_by_its_owner(office: TestOffice) {
        let here = enter(&office, SECRETARY).await;
        let elsewhere = enter(&office, SECRETARY).await;
        let desk = office.desk_of(here.actor.clone());
        let change = |old: &'static str, new: &'static str| access::change_password(&desk, &here.secret, old, new);
        assert_eq!(issue(change("sai", "mat-khau-rat-moi").await), ("old".into(), Problem::Unknown));
        assert_eq!(issue(change(DEMO_PASSWORD, "ngan").await), ("new".into(), Problem::WeakPassword { min: 10 }));
        for new in ["1111111111", "thuky.2026"] {
            let guessable = Problem::Guessable { different: 5 };
            assert_eq!(issue(change(DEMO_PASSWORD, new).await), ("new".into(), guessable), "{new}");
        }
        assert_eq!(issue(change(DEMO_PASSWORD, DEMO_PASSWORD).await), ("new".into(), Problem::Taken));
        change(DEMO_PASSWORD, "mat-khau-rat-moi").await.expect("changed");
        assert!(is_open(&office, &here.secret).await && !is_open(&office, &elsewhere.secret).await);
        assert_eq!(refused(knock(&office, SECRETARY, DEMO_PASSWORD).await), Refusal::WrongPassword);
        knock(&office, SECRETARY, "mat-khau-rat-moi").await.expect("signed in");
    }
}
