//! The list of public addresses for search engines (sitemaps.org).

use chrono::{DateTime, SecondsFormat, Utc};
use domain::bulletin::BulletinLeader;
use domain::calendar::week::IsoWeek;
use std::fmt::Write as _;

/// Weeks that are listed at most; the format allows 50,000 addresses.
const WEEKS: usize = 10_000;

/// Writes the list: home, how to subscribe, leaders, published weeks.
pub(super) fn write(site: &str, weeks: &[(IsoWeek, DateTime<Utc>)], leaders: &[BulletinLeader]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let newest = weeks.iter().map(|(_, at)| *at).max();
    push(&mut xml, site, "/", newest);
    push(&mut xml, site, "/subscribe", None);
    for leader in leaders {
        push(&mut xml, site, &format!("/leaders/{}", leader.slug), newest);
    }
    for (week, at) in weeks.iter().filter(|(week, _)| week.is_supported()).take(WEEKS) {
        push(&mut xml, site, &format!("/weeks/{week}"), Some(*at));
    }
    xml.push_str("</urlset>\n");
    xml
}

fn push(xml: &mut String, site: &str, path: &str, changed: Option<DateTime<Utc>>) {
    // Addresses of ours hold no character that XML would take for its own,
    // except what an operator may have written into the address of the site.
    let site = site.replace('&', "&amp;").replace('<', "&lt;");
    let _ = write!(xml, "<url><loc>{site}{path}</loc>");
    if let Some(at) = changed {
        let _ = write!(xml, "<lastmod>{}</lastmod>", at.to_rfc3339_opts(SecondsFormat::Secs, true));
    }
    xml.push_str("</url>\n");
}
