//! Meetings by their addresses: whoever one is not for gets the answer of an address
//! that leads nowhere.

use crate::house::House;
use axum::http::StatusCode;

#[tokio::test]
async fn a_meeting_is_found_by_those_it_is_for_and_by_nobody_else() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let list = secretary.reads("/desk/meetings").await;
    assert_eq!((list.status, list.texts(".requests h2").len()), (StatusCode::OK, 2));
    let session = secretary.reads("/desk/meetings/2").await;
    assert_eq!(session.status, StatusCode::OK);
    assert_eq!(session.texts(".agenda .when b")[..2], ["07:30", "07:40"]);
    assert_eq!(session.texts(".clock li").len(), 3);
    for (who, status) in [
        ("chutich", StatusCode::OK),
        ("pcttt", StatusCode::NOT_FOUND),
        ("soxaydung", StatusCode::NOT_FOUND),
        ("quantri", StatusCode::FORBIDDEN),
    ] {
        let person = house.sign_in(who).await;
        assert_eq!(person.reads("/desk/meetings/2").await.status, status, "{who}");
    }
    let officer = house.sign_in("soxaydung").await;
    assert_eq!(officer.reads("/desk/meetings/999999").await.status, StatusCode::NOT_FOUND);
    assert!(house.nobody().reads("/desk/meetings/2").await.to.starts_with("/sign-in"));
}

#[tokio::test]
async fn a_letter_that_says_everything_is_not_offered_again() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let panel = secretary.reads("/desk/meetings/1?do=issue").await;
    assert!(
        panel.text("aside.panel .body").contains("Không có gì thay đổi"),
        "{}",
        panel.text("aside.panel")
    );
    assert!(!panel.has("aside.panel form"));
}

#[tokio::test]
async fn an_entry_leads_to_its_meeting_or_to_the_button_that_makes_it() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let board = secretary.reads("/desk/weeks/2026-W49?entry=2").await;
    assert!(board.texts("aside a").iter().any(|text| text == "Cuộc họp"), "{:?}", board.texts("aside a"));
    let with = secretary.reads("/desk/meetings?entry=2").await;
    assert_eq!(with.value("aside .body a", "href").as_deref(), Some("/desk/meetings/1"));
    let without = secretary.reads("/desk/meetings?entry=1").await;
    assert_eq!(without.text("aside button").trim(), "Lập cuộc họp từ lịch này");
}

#[tokio::test]
async fn an_invitation_is_found_by_those_it_names_and_by_nobody_else() {
    let house = House::open().await;
    let finance = house.sign_in("sotaichinh").await;
    let list = finance.reads("/desk/invitations").await;
    assert_eq!((list.status, list.texts(".requests h3").len()), (StatusCode::OK, 2));
    let letter = finance.reads("/desk/invitations/1").await;
    assert_eq!(letter.status, StatusCode::OK);
    assert!(letter.text(".letter").contains("512/GM-UBND"), "{}", letter.text(".letter"));
    assert_eq!(letter.texts(".invitees .name"), ["Hoàng Trọng Duyệt, Giám đốc Sở Tài chính"]);
    let chief = house.sign_in("chanhvanphong").await;
    assert_eq!(chief.reads("/desk/invitations/2").await.status, StatusCode::OK);

    let stranger = house.sign_in("sotuphap").await;
    let other = stranger.reads("/desk/invitations/1").await;
    let nothing = stranger.reads("/desk/invitations/999999").await;
    assert_eq!((other.status, nothing.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(other.text("main"), nothing.text("main"));
    assert!(house.nobody().reads("/desk/invitations/1").await.to.starts_with("/sign-in"));
    let administrator = house.sign_in("quantri").await;
    assert_eq!(administrator.reads("/desk/invitations").await.status, StatusCode::FORBIDDEN);
}
