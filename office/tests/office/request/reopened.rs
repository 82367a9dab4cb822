//! What was decided and has nothing to show for it any more waits in the tray again.

use super::{a_request, as_wished, in_the_tray, registered, with_its_unit};
use crate::support::{TestOffice, on_both};
use domain::request::{Joined, Request, RequestState};
use domain::schedule::{EntryDraft, Save};
use office::{Desk, journal, request, schedule};

/// Merges one into another.
async fn merged(desk: &Desk, one: &Request, into: &Request) -> Request {
    let merged =
        request::merge_requests(desk, &[(one.id, one.version)], Some(into.id), "Cùng nội dung").await;
    merged.expect("merged").pop().expect("one request")
}

/// The deeds of the newest lines of the journal, the newest first.
async fn deeds(office: &TestOffice, count: usize) -> Vec<String> {
    let lines = journal::list(&office.chief(), None, None).await.expect("lines");
    lines.into_iter().take(count).map(|line| line.deed).collect()
}

on_both! {
    async fn a_request_whose_entry_is_removed_waits_again_until_it_comes_back(office: TestOffice) {
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let desk = office.secretary();
        let accepted = request::accept_request(&desk, asked.id, 1, as_wished(&asked)).await.expect("accepted");
        let entry = schedule::working_entry(&desk, accepted.entry.expect("its entry")).await.expect("the entry");
        schedule::remove_entry(&desk, entry.id, 1).await.expect("removed from the board");
        let waiting = in_the_tray(&office, &asked).await.request;
        assert_eq!((waiting.state, waiting.entry, waiting.decision, waiting.version), (RequestState::Registered, None, None, 3));
        assert_eq!(deeds(&office, 2).await, ["schedule.remove_entry", "request.reopen"]);

        let again = Save { again: Some(entry.id), draft: EntryDraft::of(&entry.plan), ..Save::default() };
        let back = schedule::save_entry(&desk, again.clone()).await.expect("undone").entry;
        let accepted = in_the_tray(&office, &asked).await.request;
        assert_eq!((accepted.state, accepted.entry, accepted.version), (RequestState::Accepted, Some(back.id), 4));

        schedule::remove_entry(&desk, back.id, 1).await.expect("removed once more");
        request::refuse_request(&desk, asked.id, 5, "Không cần nữa").await.expect("refused meanwhile");
        let late = Save { again: Some(back.id), ..again };
        schedule::save_entry(&desk, late).await.expect("an entry of its own");
        let refused = in_the_tray(&office, &asked).await.request;
        assert_eq!((refused.state, refused.entry), (RequestState::Refused, None), "what was decided stays");
    }

    async fn what_was_merged_waits_again_when_nothing_comes_of_the_other(office: TestOffice) {
        let desk = office.secretary();
        let (finance, building) = (office.officer("STC").await, office.officer("SXD").await);
        let into = registered(&finance, a_request(&office)).await;
        let asked = registered(&building, a_request(&office)).await;
        let joined = |state| Some(Joined { unit_name: "Sở Tài chính".into(), state });
        let gone = merged(&desk, &asked, &into).await;
        assert_eq!((gone.merged_into, gone.joined.clone()), (Some(into.id), joined(RequestState::Registered)));
        assert_eq!(with_its_unit(&building, &asked).await, gone);

        request::return_request(&desk, into.id, 1, "Bổ sung").await.expect("returned");
        let still = with_its_unit(&building, &asked).await;
        assert_eq!((still.state, still.version), (RequestState::Merged, 2), "the other one may come back");
        assert_eq!(still.joined, joined(RequestState::Returned));

        request::withdraw_request(&finance, into.id, 2, "Chưa đủ hồ sơ").await.expect("withdrawn");
        let waits = with_its_unit(&building, &asked).await;
        assert_eq!(waits, Request { version: 3, ..asked.clone() }, "as if it had just been sent");
        assert_eq!(deeds(&office, 2).await, ["request.reopen", "request.withdraw"]);
        request::accept_request(&desk, asked.id, 3, as_wished(&asked)).await.expect("it goes its own way");
    }

    async fn of_a_chain_the_next_one_comes_back_and_keeps_what_it_took(office: TestOffice) {
        let desk = office.secretary();
        let first = registered(&office.officer("STC").await, a_request(&office)).await;
        let second = registered(&office.officer("SXD").await, a_request(&office)).await;
        let third = registered(&office.officer("SYT").await, a_request(&office)).await;
        merged(&desk, &first, &second).await;
        merged(&desk, &second, &third).await;
        request::refuse_request(&desk, third.id, 1, "Không cần họp").await.expect("refused");
        let second = in_the_tray(&office, &second).await.request;
        assert_eq!((second.state, second.version), (RequestState::Registered, 3));
        assert_eq!(in_the_tray(&office, &first).await.request.merged_into, Some(second.id));
        request::refuse_request(&desk, second.id, 3, "Không cần họp").await.expect("refused");
        let first = in_the_tray(&office, &first).await.request;
        assert_eq!((first.state, first.merged_into), (RequestState::Registered, None));
    }

    async fn what_was_merged_stays_with_one_whose_entry_is_removed(office: TestOffice) {
        let desk = office.secretary();
        let into = registered(&office.officer("STC").await, a_request(&office)).await;
        let asked = registered(&office.officer("SXD").await, a_request(&office)).await;
        merged(&desk, &asked, &into).await;
        let accepted = request::accept_request(&desk, into.id, 1, as_wished(&into)).await.expect("accepted");
        let joined = async || in_the_tray(&office, &asked).await.request.joined.map(|joined| joined.state);
        assert_eq!(joined().await, Some(RequestState::Accepted));
        schedule::remove_entry(&desk, accepted.entry.expect("its entry"), 1).await.expect("removed from the board");
        assert_eq!(joined().await, Some(RequestState::Registered), "it is on its way again, with the other");
        assert_eq!(in_the_tray(&office, &asked).await.request.state, RequestState::Merged);
    }
}
