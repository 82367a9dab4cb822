//! The words of the phone.

domain::words! {
    MY_DAY: "Lịch của tôi" | "My schedule";
    PROPOSALS: "Đề xuất họp chờ ý kiến của đồng chí" | "Proposals that wait for your word";
    INVITATIONS: "Giấy mời, đề nghị dự thay chờ trả lời" | "Invitations and deputies to be answered";
    NOW: "Đang diễn ra" | "Now";
    NEXT: "Tiếp theo" | "Next";
    TODAY: "Hôm nay" | "Today";
    WHOLE_WEEK: "Cả tuần" | "The whole week";
    NOTHING_TODAY: "Hôm nay không có lịch." | "Nothing today.";
    NOTHING_MORE: "Hôm nay không còn lịch." | "Nothing more today.";
    NOTHING_PUBLISHED: "Tuần này chưa phát hành lịch." | "This week has not been published yet.";
    CALL: "Gọi thư ký" | "Call the secretary";
    WITH: "Cùng dự" | "With";
    UNTIL: "đến" | "until";
    FIRST_EDITION: "Phát hành lần đầu" | "First published";
    EDITION: "Điều chỉnh lần" | "Adjustment";
    SERVED_BY: "Phục vụ" | "Served by";
    MAP: "Bản đồ" | "Map";
    PREVIOUS_WEEK: "Tuần trước" | "Previous week";
    NEXT_WEEK: "Tuần sau" | "Next week";
    DAYS: "Các ngày trong tuần" | "Days of the week";
    SINCE: "Thay đổi từ lần xem" | "Changed since you looked";
    HAVE_SEEN: "Đã xem" | "Seen";
    NOTHING_OF_YOURS: "Lịch được phát hành lại; lịch của bạn không đổi." | "The week was published again; nothing of yours changed.";
    NO_LONGER_YOURS: "Không còn trong lịch" | "Not in the schedule any more";
    MOVED_TO: "chuyển sang" | "moved to";
    DAY_BY_DAY: "Từng ngày" | "Day by day";
    PREVIOUS_DAY: "Ngày trước" | "Day before";
    NEXT_DAY: "Ngày sau" | "Day after";
    CALL_NAMED: "Gọi" | "Call";
    NO_ENTRIES: "Không có lịch" | "Nothing";
    CAR: "Xe" | "Car";
    LUNAR: "ÂL" | "lunar";
    WEEK: "Tuần" | "Week";
}
