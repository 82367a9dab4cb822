use std::sync::Arc;
use std::time::Instant;
use server::{assets::Assets, config::Config, door::Door};
#[tokio::main]
async fn main() {
    let db = std::env::args().nth(1).unwrap();
    let port: u16 = std::env::args().nth(2).unwrap().parse().unwrap();
    let office = office::Office::open(&db).await.unwrap().at(Some(office::demo::now().unwrap()));
    for _ in 0..5 {
        let t = Instant::now();
        let n = office::feed::public_feed(&office, None, "http://x").await.unwrap().len();
        println!("feed {n} bytes {:?}", t.elapsed());
    }
    let iso: domain::calendar::week::IsoWeek = "2026-W49".parse().unwrap();
    let css = "";
    for view in [app::bulletin::View::Days, app::bulletin::View::Leaders, app::bulletin::View::Table] {
        let week = office::bulletin::week(&office, iso, None).await.unwrap();
        let profile = Arc::new(office::setting::profile(&office).await.unwrap());
        let reader = app::bulletin::Reader { locale: domain::Locale::Vi, today: office.today(), here: "/".into(), site: "http://x".into(), office: profile };
        for _ in 0..2 {
        let t = Instant::now();
        let mut n = 0;
        for _ in 0..500 { n = app::bulletin::week_page(&reader, css, week.clone(), view).len(); }
        println!("page {view:?} {n} bytes {:?}", t.elapsed() / 500);
        }
    }
    let t = Instant::now();
    for _ in 0..500 { office::bulletin::week(&office, iso, None).await.unwrap(); office::setting::profile(&office).await.unwrap(); }
    println!("read {:?}", t.elapsed() / 500);
    let t = Instant::now();
    for _ in 0..500 { for d in iso.days() { std::hint::black_box(domain::calendar::LunarDate::of(d)); } }
    println!("7 lunar {:?}", t.elapsed() / 500);
    let mut config = Config::read().unwrap();
    config.public_url = format!("http://127.0.0.1:{port}");
    let door = Door { office, config: Arc::new(config), assets: Arc::new(Assets::open().unwrap()), site: Arc::default(), leptos: leptos::config::LeptosOptions::builder().output_name("giaoban").build() };
    let small = axum::body::Bytes::from(vec![b'x'; 10_000]);
    let large = axum::body::Bytes::from(vec![b'x'; 1_500_000]);
    let get = |c: axum::body::Bytes| axum::routing::get(move || { let c = c.clone(); async move { ([("content-type", "text/html")], c) } });
    let app = server::router(door).merge(axum::Router::new().route("/c10k", get(small)).route("/c1m", get(large)).route("/c304", axum::routing::get(|| async { axum::http::StatusCode::NOT_MODIFIED })));
    let l = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.unwrap();
    println!("open");
    axum::serve(l, app.into_make_service_with_connect_info::<std::net::SocketAddr>()).await.unwrap();
}
