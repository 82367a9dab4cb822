//! The words of the public pages that are not the office's own. Names of marks,
//! roles and fields are `domain::words`.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use domain::Locale;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::words;

words! {
    SKIP: "Tới nội dung chính" | "Skip to the content";
    ON_DUTY: "Trực" | "On duty";
    HOTLINE: "Đường dây nóng" | "Hotline";
    PUBLIC_PAGES: "Trang công khai" | "Public pages";
    SCHEDULE: "Lịch tuần" | "Schedule";
    SUBSCRIBE: "Đăng ký lịch (iCal)" | "Subscribe (iCal)";
    SIGN_IN: "Đăng nhập" | "Sign in";
    DISPLAY: "Cách hiển thị" | "Display";
    TEXT_SIZE: "Cỡ chữ" | "Text size";
    SMALL: "Chữ nhỏ" | "Small text";
    MEDIUM: "Chữ vừa" | "Normal text";
    LARGE: "Chữ to" | "Large text";
    BACKGROUND: "Nền" | "Background";
    AS_SYSTEM: "Theo máy" | "As the system";
    LIGHT: "Sáng" | "Light";
    DARK: "Tối" | "Dark";
    CONTRAST: "Tương phản cao" | "High contrast";
    OTHER_LANGUAGE: "English" | "Tiếng Việt";

    CHOOSE_WEEK: "Chọn tuần" | "Choose a week";
    OTHER_WEEK: "Tuần khác" | "Other week";
    WEEK_OF_DAY: "Tới tuần của ngày" | "To the week of the day";
    SHOW: "Xem" | "Show";
    WEEK: "Tuần" | "Week";
    VIEWS: "Cách xem" | "Views";
    BY_DAY: "Theo ngày" | "By day";
    BY_LEADER: "Theo lãnh đạo" | "By leader";
    OFFICIAL_TABLE: "Bảng chính thức" | "Official table";
    CHANGES: "Thay đổi" | "Changes";
    TOOLS: "Tải và đăng ký" | "Download and subscribe";
    DOWNLOAD_WEEK: "Tải lịch tuần (.ics)" | "Download this week (.ics)";
    PRINT_SHEET: "Bản in" | "Printable sheet";
    PRINT: "In" | "Print";
    DAYS_OF_WEEK: "Các ngày trong tuần" | "Days of the week";
    LUNAR_SHORT: " ÂL" | "";
    LUNAR: "âm lịch" | "lunar";
    TODAY: "Hôm nay" | "Today";
    NOTHING_PUBLIC: "Không có lịch công khai" | "Nothing public";
    UNTIL: "đến" | "until";
    DETAILS: "Chi tiết" | "Details";
    IN_PLACE_OF: "thay" | "for";
    NOT_LISTED: "Lịch khác" | "Other entries";

    DATE: "Ngày" | "Date";
    TIME: "Thời gian" | "Time";
    SUBJECT: "Nội dung công việc" | "Subject";
    PLACE: "Địa điểm" | "Place";
    LEADERS: "Lãnh đạo" | "Leaders";

    NOT_PUBLISHED: "Lịch tuần này chưa được phát hành." | "The schedule of this week is not published yet.";
    UNITS_REGISTER_BY: "Hạn các cơ quan, đơn vị đăng ký lịch với Văn phòng" | "Deadline for agencies to register with the Office";
    TO_THIS_WEEK: "Về lịch tuần này" | "To this week's schedule";
    OLD_COPY: "Đây là bản cũ, không còn hiệu lực." | "This is an old copy that is no longer in force.";
    CURRENT_COPY: "Xem bản hiện hành" | "See the copy in force";
    EARLIER_COPIES: "Các lần phát hành" | "Publications";

    NO_CHANGE: "Không có thay đổi công khai." | "Nothing public changed.";
    FIRST_COPY: "Bản đầu tiên của tuần, không có bản trước để so sánh." | "The first copy of the week; there is none before it to compare it with.";
    GONE: "Không còn trong lịch công khai" | "No longer on the public schedule";
    MOVED_TO: "chuyển sang" | "moved to";
    COMPARE: "So sánh" | "Compare";
    COMPARE_PUBLICATION: "So sánh bản" | "Compare publication";
    WITH_PUBLICATION: "với bản" | "with publication";

    OWN_PAGE: "Trang riêng" | "Own page";
    LEADER_SUBSCRIBE: "Đăng ký lịch" | "Subscribe";
    NOTHING_THIS_WEEK: "Không có lịch công khai trong tuần này." | "Nothing public in this week.";

    SUBSCRIBE_TITLE: "Đăng ký lịch công tác" | "Subscribe to the schedule";
    SUBSCRIBE_WHAT: "Đăng ký một lần, lịch trong máy tự cập nhật mỗi khi Văn phòng phát hành hoặc điều chỉnh. Tải về thì chỉ có bản của hôm nay và không tự cập nhật." | "Subscribe once and the calendar on your device follows each publication and change. A download is today's copy only and does not follow.";
    SUBSCRIBE_BUTTON: "Đăng ký (tự cập nhật)" | "Subscribe (follows changes)";
    DOWNLOAD_BUTTON: "Tải về (không cập nhật)" | "Download (does not follow)";
    EVERYBODY: "Toàn bộ lịch công khai" | "The whole public schedule";
    EACH_LEADER: "Lịch từng lãnh đạo" | "The schedule of each leader";
    ADDRESS: "Địa chỉ" | "Address";
    COPY: "Chép địa chỉ" | "Copy the address";
    COPIED: "Đã chép" | "Copied";
    HOW: "Cách đăng ký" | "How to subscribe";
    HOW_APPLE: "Điện thoại, máy tính Apple và Thunderbird: bấm nút đăng ký, rồi đồng ý." | "Apple phones and computers, Thunderbird: press the button, then agree.";
    HOW_GOOGLE: "Google Calendar: trên máy tính, mở Lịch khác, dấu cộng, Từ URL, dán địa chỉ https. Google chỉ đọc lại sau 8 đến 24 giờ, nên thay đổi gấp hãy xem trên trang này." | "Google Calendar: on a computer, open Other calendars, plus sign, From URL, paste the https address. Google reads it again only after 8 to 24 hours: look here for urgent changes.";
    HOW_OUTLOOK: "Outlook: Thêm lịch, Đăng ký từ web, dán địa chỉ https. Outlook đọc lại sau khoảng 3 giờ." | "Outlook: Add calendar, Subscribe from web, paste the https address. Outlook reads it again after about 3 hours.";
    HOW_ANDROID: "Android: dùng ICSx5 hoặc lịch có mục đăng ký, dán địa chỉ https." | "Android: use ICSx5 or a calendar that can subscribe, paste the https address.";

    OPEN_DATA: "Dữ liệu mở" | "Open data";

    MISSING: "Không tìm thấy trang này" | "This page was not found";
    MISSING_HELP: "Địa chỉ không có hoặc đã thay đổi. Một năm có 52 hoặc 53 tuần, viết như 2026-W49." | "The address does not exist or has changed. A year has 52 or 53 weeks, written like 2026-W49.";
    UNREADABLE: "Địa chỉ chưa đúng" | "The address is not right";
    UNREADABLE_HELP: "Một phần của địa chỉ không đọc được, chẳng hạn sau dấu hỏi." | "A part of the address cannot be read, for instance after the question mark.";
    BROKEN: "Trang tạm thời chưa mở được" | "The page cannot be shown for the moment";
    BROKEN_HELP: "Xin thử lại sau ít phút. Nếu vẫn vậy, xin báo Văn phòng kèm mã này:" | "Please try again in a few minutes. If it stays so, please tell the Office this code:";
}

/// "Phát hành lần đầu" or "Điều chỉnh lần 2".
pub fn edition(locale: Locale, number: i32) -> String {
    match (locale, number) {
        (Locale::Vi, ..=1) => "Phát hành lần đầu".to_owned(),
        (Locale::En, ..=1) => "First publication".to_owned(),
        (Locale::Vi, n) => format!("Điều chỉnh lần {}", n - 1),
        (Locale::En, n) => format!("Adjustment {}", n - 1),
    }
}

/// "Lịch công tác tuần 49".
pub fn week_title(locale: Locale, week: IsoWeek) -> String {
    match locale {
        Locale::Vi => format!("Lịch công tác tuần {}", week.number()),
        Locale::En => format!("Work schedule, week {}", week.number()),
    }
}

/// "(30/11 - 06/12/2026)".
pub fn week_span(week: IsoWeek) -> String {
    format!("({} - {})", spoken::day_month(week.monday()), spoken::date(week.sunday()))
}

/// "Tuần 49".
pub fn week_short(locale: Locale, week: IsoWeek) -> String {
    format!("{} {}", locale.say(WEEK), week.number())
}

/// An instant as the clocks of Việt Nam show it (UTC+7 all year).
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc() + TimeDelta::hours(7)
}

/// "14:05 02/12/2026".
pub fn moment(at: DateTime<Utc>) -> String {
    let local = local(at);
    format!("{} {}", spoken::time(local.time()), spoken::date(local.date()))
}

/// The same for `datetime` attributes.
pub fn moment_code(at: DateTime<Utc>) -> String {
    local(at).format("%Y-%m-%dT%H:%M+07:00").to_string()
}
