//! The words of an absence.

domain::words! {
    ABSENCE: "Nghỉ, đi công tác" | "Leave or trip";
    LEAD: "Chọn lãnh đạo và những ngày vắng; lịch của những ngày đó được giao cho người thay." | "Choose who is away and when; what takes place then is handed over to the one who acts.";
    PLACE: "Vị trí" | "Place";
    WEEK: "Tuần" | "Week";
    SHOW_DAYS: "Xem lịch những ngày này" | "Show these days";
    WHO_ACTS: "Người thay và lịch giao lại" | "Who acts, and what is handed over";
    HAND_OVER: "Lịch giao cho người thay" | "Handed over to the one who acts";
    NOTHING_TO_HAND_OVER: "Những ngày này không có lịch nào cần giao lại." | "Nothing takes place on these days that could be handed over.";
    CONTENT_HINT: "Để trống: Nghỉ phép hoặc Đi công tác." | "Empty: leave or trip, in Vietnamese.";
    REASON_HINT: "Người đọc thấy ở các lịch đã phát hành." | "Readers see it at the published entries.";
    RECORD_IT: "Ghi nhận" | "Record it";
    END_HINT: "Những ngày của đợt vắng từ ngày chọn bên dưới trở đi được bỏ cùng lúc, kể cả người điều hành thay. Lịch đã giao lại giữ nguyên; mở từng lịch để đổi." | "The days of the absence from the day chosen below on go at once, with the one who acts on them. What was handed over stays; open each entry to change it.";
    END_FROM: "Kết thúc từ ngày" | "Ended from";
    END_IT: "Kết thúc đợt vắng" | "End the absence";
    NO_DAY_LEFT: "Đợt vắng này không còn ngày nào" | "No day of this absence is left";
    NO_DAY_LEFT_HINT: "Các ngày đã qua hoặc đã hủy." | "Its days are past or cancelled.";
    BACK_TO_BOARD: "Quay lại bàn" | "Back to the board";
}
