//! The week on paper and screen: everything that is public, once, and nothing else.

use crate::support::{House, WEEK};
use domain::schedule::Published;
use scraper::{ElementRef, Html, Selector};

const VIEWS: [&str; 3] = ["", "?view=leaders", "?view=table"];

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    let text: Vec<&str> = element.text().flat_map(str::split_whitespace).collect();
    text.join(" ")
}

async fn page(house: &House, address: &str) -> Html {
    let reply = house.get(address).await;
    assert_eq!(reply.status, 200, "{address}");
    let page = Html::parse_document(reply.text());
    assert_eq!(page.errors, [] as [&str; 0], "{address}");
    page
}

async fn entries(house: &House) -> Vec<Published> {
    office::bulletin::week(&house.office, WEEK.parse().unwrap(), None).await.unwrap().entries
}

/// The item of an entry, found by its content.
fn item<'a>(page: &'a Html, content: &str) -> ElementRef<'a> {
    let found: Vec<ElementRef> =
        all(page, "li.entry").into_iter().filter(|item| words(*item).contains(content)).collect();
    assert_eq!(found.len(), 1, "{content}");
    found[0]
}

#[tokio::test]
async fn by_day_and_as_a_table_each_public_entry_stands_once() {
    let house = House::open().await;
    let entries = entries(&house).await;
    assert_eq!(entries.len(), 48);
    for (view, selector) in
        [("", "li.entry .content"), ("?view=table", "table.sheet td:first-of-type > :is(span, s)")]
    {
        let page = page(&house, &format!("/weeks/{WEEK}{view}")).await;
        let mut shown: Vec<String> = all(&page, selector).into_iter().map(words).collect();
        let mut expected: Vec<String> = entries.iter().map(|e| e.face.content.clone()).collect();
        if view == "?view=table" {
            shown.iter_mut().for_each(|text| *text = text.rsplit(") ").next().unwrap().to_owned());
            expected.iter_mut().for_each(|text| *text = text.rsplit(") ").next().unwrap().to_owned());
        }
        shown.sort();
        expected.sort();
        assert_eq!(shown, expected, "{view}");
    }
}

#[tokio::test]
async fn by_leader_each_public_entry_stands_once_with_each_of_its_leaders() {
    let house = House::open().await;
    let page = page(&house, &format!("/weeks/{WEEK}?view=leaders")).await;
    let entries = entries(&house).await;
    for section in all(&page, "section.day[id]") {
        let slug = section.attr("id").unwrap().strip_prefix("l-").unwrap();
        let content = Selector::parse(".content").unwrap();
        let mut shown: Vec<String> = section.select(&content).map(words).collect();
        let own = entries.iter().filter(|e| e.face.leaders.iter().any(|l| l.slug == slug));
        let mut expected: Vec<String> = own.map(|e| e.face.content.clone()).collect();
        shown.sort();
        expected.sort();
        assert_eq!(shown, expected, "{slug}");
        assert!(!shown.is_empty(), "{slug}");
    }
    assert_eq!(all(&page, "section.day[id]").len(), 5);
}

#[tokio::test]
async fn what_is_internal_is_in_no_view() {
    let house = House::open().await;
    let board = office::schedule::board(&house.desk(), WEEK.parse().unwrap()).await.unwrap();
    let public: Vec<String> = entries(&house).await.into_iter().map(|e| e.face.content).collect();
    let hidden: Vec<String> = board
        .entries
        .into_iter()
        .map(|e| e.plan.content)
        .filter(|content| !public.contains(content))
        .collect();
    assert_eq!(hidden.len(), 11);
    for view in VIEWS {
        let text = house.get(&format!("/weeks/{WEEK}{view}")).await.text().to_owned();
        for content in &hidden {
            assert!(!text.contains(content.as_str()), "{view}: {content}");
        }
    }
}

#[tokio::test]
async fn what_changed_says_from_what_to_what_and_why() {
    let house = House::open().await;
    let page = page(&house, "/").await;

    let moved = item(&page, "Tiếp Đoàn đại biểu địa phương kết nghĩa");
    assert_eq!(moved.attr("data-mark"), Some("changed"));
    let text = words(moved);
    assert!(text.starts_with("16:30 16:00 đến 17:15"), "{text}");
    assert!(
        text.contains("giờ bắt đầu 16:00 → 16:30 . Đoàn khách thay đổi chương trình. Điều chỉnh lần 1"),
        "{text}"
    );
    let struck = Selector::parse(".when del").unwrap();
    assert_eq!(moved.select(&struck).map(words).collect::<Vec<_>>(), ["16:00"]);

    let off = Selector::parse(".content > s").unwrap();
    for (content, mark, reason) in [
        (
            "đô thị thông minh tỉnh Minh Giang đến năm 2030",
            "postponed",
            "dự kiến tổ chức 14 giờ 00 ngày 08/12/2026",
        ),
        ("dùng chung hạ tầng dữ liệu", "cancelled", "Lồng ghép nội dung vào cuộc họp Ban Chỉ đạo cùng buổi"),
    ] {
        let item = item(&page, content);
        assert_eq!(item.attr("data-mark"), Some(mark));
        assert_eq!(item.select(&off).count(), 1, "{content}");
        assert!(words(item).contains(reason), "{}", words(item));
    }

    let delegated = item(&page, "Dự Lễ ra quân cao điểm");
    let original = Selector::parse(".chair del").unwrap();
    assert_eq!(delegated.select(&original).map(words).collect::<Vec<_>>(), ["Chủ tịch Đặng Hữu Khiêm"]);
    assert!(words(delegated).contains("PCT Lương Quốc Trụ dự thay"));
}

#[tokio::test]
async fn the_head_says_which_publication_and_which_day_it_is() {
    let house = House::open().await;
    let page = page(&house, "/").await;
    assert_eq!(words(all(&page, "h1")[0]), "Lịch công tác tuần 49 (30/11 - 06/12/2026)");
    assert!(words(all(&page, ".edition")[0]).starts_with("Điều chỉnh lần 2 · 14:05 02/12/2026 · "));
    assert_eq!(all(&page, "nav.strip a").len(), 7);
    assert_eq!(words(all(&page, "nav.strip [aria-current=date]")[0]), "T6 04 /12 26/10 ÂL");
    let today = all(&page, "section.day[data-today]");
    assert_eq!(today.len(), 1);
    assert!(
        words(today[0]).starts_with("Thứ Sáu, 04/12 Hôm nay 26/10 Bính Ngọ (âm lịch)"),
        "{}",
        words(today[0])
    );
    // Every link of the strip leads to a place in the page.
    for link in all(&page, "nav.strip a") {
        assert_eq!(all(&page, &format!("[id=\"{}\"]", &link.attr("href").unwrap()[1..])).len(), 1);
    }
    assert!(all(&page, "p.none").iter().any(|none| words(*none) == "Không có lịch công khai"));
}

#[tokio::test]
async fn an_old_publication_is_shown_as_it_was_and_says_that_it_is_old() {
    let house = House::open().await;
    let page = page(&house, &format!("/weeks/{WEEK}?publication=1")).await;
    assert!(words(all(&page, ".edition")[0]).starts_with("Phát hành lần đầu · "));
    assert!(words(all(&page, "main > .mark")[0]).contains("bản cũ"));
    assert!(words(item(&page, "Tiếp Đoàn đại biểu địa phương kết nghĩa")).starts_with("16:00 đến 17:15"));
    assert_eq!(all(&page, "li.entry[data-mark]").len(), 0);
    assert_eq!(all(&page, "meta[name=robots][content=noindex]").len(), 1);
    let table = all(&page, "nav.views a")[2].attr("href").unwrap().to_owned();
    assert_eq!(table, format!("/weeks/{WEEK}?view=table&publication=1"));
}

#[tokio::test]
async fn what_changed_can_be_read_step_by_step_and_between_any_two() {
    let house = House::open().await;
    let steps = page(&house, &format!("/weeks/{WEEK}/changes")).await;
    let heads: Vec<String> = all(&steps, "section.day h2").into_iter().map(words).collect();
    assert!(
        heads[0].starts_with("Điều chỉnh lần 2") && heads[2].starts_with("Phát hành lần đầu"),
        "{heads:?}"
    );
    assert_eq!(all(&steps, "li.entry").len(), 6);
    assert_eq!(
        all(&steps, "section.day p.none").into_iter().map(words).collect::<Vec<_>>(),
        ["Bản đầu tiên của tuần, không có bản trước để so sánh."]
    );
    let both = page(&house, &format!("/weeks/{WEEK}/changes?publication=3&against=1")).await;
    assert_eq!(all(&both, "section.day").len(), 1);
    assert_eq!(all(&both, "li.entry").len(), 6);
    let last = page(&house, &format!("/weeks/{WEEK}/changes?publication=3")).await;
    assert_eq!(all(&last, "li.entry").len(), 2);
}

#[tokio::test]
async fn a_leader_has_a_page_of_this_week_and_the_next() {
    let house = House::open().await;
    let page = page(&house, "/leaders/ct").await;
    assert_eq!(words(all(&page, "h1")[0]), "Đặng Hữu Khiêm");
    let sections = all(&page, "section.day");
    assert_eq!(sections.len(), 2);
    assert!(words(sections[1]).contains("Tuần 50") && words(sections[1]).contains("chưa được phát hành"));
    let own = entries(&house).await.iter().filter(|e| e.face.leaders.iter().any(|l| l.slug == "ct")).count();
    assert_eq!(all(&page, "li.entry").len(), own);
    assert_eq!(all(&page, "nav.weeks a[rel=prev]")[0].attr("href"), Some("/leaders/ct?week=2026-W48"));
}

#[tokio::test]
async fn an_english_page_has_english_words_around_vietnamese_texts() {
    let house = House::open().await;
    for address in [
        "/".to_owned(),
        format!("/weeks/{WEEK}?view=leaders"),
        format!("/weeks/{WEEK}?view=table"),
        format!("/weeks/{WEEK}?publication=1"),
        format!("/weeks/{WEEK}/changes"),
        "/weeks/2026-W50".to_owned(),
        "/leaders/ct".to_owned(),
        "/subscribe".to_owned(),
    ] {
        let join = if address.contains('?') { '&' } else { '?' };
        let page = page(&house, &format!("{address}{join}lang=en")).await;
        assert_eq!(page.root_element().attr("lang"), Some("en"));
        let body = all(&page, "body")[0];
        for text in body.descendants().filter_map(|node| Some((node, node.value().as_text()?))) {
            let (node, text) = text;
            let written = node.ancestors().filter_map(ElementRef::wrap).find_map(|e| e.attr("lang"));
            let foreign = |c: char| c.is_alphabetic() && !c.is_ascii();
            // Names of lunar years have no other language.
            let lunar = text.ends_with("(lunar)");
            assert!(
                written == Some("vi") || lunar || !text.chars().any(foreign),
                "{address}: {:?}",
                &text[..]
            );
        }
        for element in body.descendants().filter_map(ElementRef::wrap) {
            for name in ["aria-label", "data-label", "data-done"] {
                let label = element.attr(name).unwrap_or_default();
                assert!(label.is_ascii(), "{address}: {label}");
            }
        }
    }
}

#[tokio::test]
async fn a_language_is_chosen_by_hand_by_cookie_or_by_the_browser() {
    let house = House::open().await;
    let tongue = async |address: &str, headers: &[(&str, &str)]| {
        house.get_with(address, headers).await.header("content-language").to_owned()
    };
    assert_eq!(tongue("/", &[]).await, "vi");
    assert_eq!(tongue("/", &[("accept-language", "en-GB,vi;q=0.5")]).await, "en");
    assert_eq!(tongue("/", &[("accept-language", "en"), ("cookie", "a=1; lang=vi")]).await, "vi");
    assert_eq!(tongue("/?lang=en", &[("cookie", "lang=vi")]).await, "en");
    assert_eq!(tongue("/?lang=tlh", &[]).await, "vi");
    let chosen = house.get("/?lang=en").await;
    assert!(chosen.header("set-cookie").starts_with("lang=en; Path=/;"));
    assert!(chosen.header("cache-control").starts_with("private"));
    assert_eq!(house.get("/").await.header("set-cookie"), "");
}

#[tokio::test]
async fn the_page_asks_for_nothing_but_fonts_and_allows_nothing_else() {
    let house = House::open().await;
    let reply = house.get("/").await;
    let policy = reply.header("content-security-policy").to_owned();
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    let page = Html::parse_document(reply.text());
    assert_eq!(all(&page, "script").len(), 1);
    assert!(all(&page, "[src], link[rel=stylesheet], [style], [onclick]").is_empty());
    let fetched = all(&page, "link[rel=preload]");
    assert!(fetched.iter().all(|link| link.attr("href").unwrap().starts_with("/fonts/")));
    assert!(app::bulletin::SCRIPT.len() <= 3 * 1024);
    let ids: Vec<&str> = all(&page, "[id]").iter().map(|e| e.attr("id").unwrap()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id stands twice");
}
