//! Streams of events: who may follow what, what is told, and that nothing internal is.

use crate::house::House;
use axum::http::StatusCode;

const WEEK: &str = "/desk/weeks/2026-W50";
const CONTENT: &str = "Họp kín về nhân sự 4711";

#[tokio::test]
async fn a_change_is_told_without_its_contents_and_those_on_the_week_are_named() {
    let house = House::open().await;
    let (secretary, chief) = (house.sign_in("thuky").await, house.sign_in("chanhvanphong").await);
    let mut told = chief.follows(&format!("{WEEK}/live")).await;
    let first = told.until("event: people").await;
    assert!(first.contains("event: week\ndata: 0\n"), "{first}");

    let other = secretary.follows(&format!("{WEEK}/live")).await;
    told.until("Lã Minh Quân").await;

    let form = [
        ("deed", "schedule.save_entry"),
        ("seen", "0"),
        ("date", "2026-12-08"),
        ("part", "morning"),
        ("start", "8h"),
        ("end", "9h"),
        ("kind", "working_meeting"),
        ("content", CONTENT),
        ("leader-1", "chair"),
        ("format", "in_person"),
        ("visibility", "internal"),
    ];
    let page = secretary.sends(&format!("{WEEK}?new"), &form).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{:?}", page.texts(".error"));
    let change = told.until("event: week").await;
    assert!(!change.contains("4711") && change.contains("data: 1"), "{change}");

    house.office.end_streams();
    assert!(told.ends().await && other.ends().await);
}

#[tokio::test]
async fn a_stream_is_for_those_who_may_read_what_it_is_about() {
    let house = House::open().await;
    let (week, requests) = (format!("{WEEK}/live"), "/desk/requests/live");
    for path in [week.as_str(), requests] {
        assert_eq!(house.nobody().reads(path).await.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(house.sign_in("quantri").await.reads(path).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(house.sign_in("chutich").await.reads(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(house.nobody().reads("/my/live").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.sign_in("quantri").await.reads("/my/live").await.status, StatusCode::FORBIDDEN);
    let leader = house.sign_in("chutich").await;
    leader.follows("/my/live").await;
    let officer = house.sign_in("sotaichinh").await;
    assert_eq!(officer.reads(&week).await.status, StatusCode::FORBIDDEN);
    let mut own = officer.follows(requests).await;
    let secretary = house.sign_in("thuky").await;
    let mut tray = secretary.follows(requests).await;
    let form = [
        ("deed", "request.register"),
        ("content", CONTENT),
        ("chair", "1"),
        ("date", "2026-12-16"),
        ("start", "8h"),
        ("minutes", "60"),
    ];
    let page = officer.sends("/desk/requests?new", &form).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{:?}", page.texts(".error"));
    for stream in [&mut own, &mut tray] {
        let told = stream.until("\n\n").await;
        assert!(told.contains("event: requests\n") && told.contains("data: look\n"), "{told}");
        assert!(!told.contains("4711"), "{told}");
    }
    for path in ["/desk/weeks/2026-W54/live", "/desk/weeks/x/live"] {
        assert_eq!(secretary.reads(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_meeting_is_followed_by_those_who_may_know_of_it() {
    let house = House::open().await;
    let finance = house.sign_in("sotaichinh").await;
    let proposal = |deed, content| {
        [
            ("deed", deed),
            ("seen", "1"),
            ("kind", "working_meeting"),
            ("content", content),
            ("purpose", CONTENT),
            ("chair", "2"),
            ("date", "2026-12-16"),
            ("start", "8h"),
            ("minutes", "60"),
        ]
    };
    let page = finance.sends("/desk/meetings?new", &proposal("meeting.propose_meeting", "Họp")).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{:?}", page.texts(".error"));
    let (meeting, live) = (page.to.as_str(), format!("{}/live", page.to));
    let id = meeting.rsplit('/').next().expect("a number");

    assert_eq!(house.nobody().reads(&live).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.sign_in("quantri").await.reads(&live).await.status, StatusCode::FORBIDDEN);
    let stranger = house.sign_in("sotuphap").await;
    for path in [live.as_str(), "/desk/meetings/999999/live", "/desk/meetings/x/live"] {
        assert_eq!(stranger.reads(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }

    let event = format!("event: meeting\ndata: {id}\n");
    let mut told = house.sign_in("thuky").await.follows(&live).await;
    told.until(&event).await;
    let change = [&proposal("meeting.change_proposal", CONTENT)[..], &[("id", id)]].concat();
    let page = finance.sends(&format!("{meeting}?do=change"), &change).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{:?}", page.texts(".error"));
    let change = told.until(&event).await;
    assert!(!change.contains("4711"), "{change}");
}
