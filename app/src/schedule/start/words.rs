//! The words of beginning a week, and of its templates.

domain::words! {
    START_WEEK: "Bắt đầu tuần" | "Start the week";
    START_OF: "Bắt đầu tuần" | "Start week";
    START_LEAD: "Chọn những lịch lặp lại; mỗi dòng báo ngay nếu trùng với lịch đã có." | "Choose recurring entries; each line says at once what stands in its way.";
    PLACE: "Vị trí" | "Place";
    WEEK: "Tuần" | "Week";
    TAKE_FROM: "Lấy từ" | "Take from";
    OTHER_WEEK: "Tuần khác" | "Another week";
    SHOW_WEEK: "Xem" | "Show";
    SERIES: "Lịch lặp lại đến hạn" | "Recurring entries due";
    ALL_SERIES: "Các lịch lặp lại" | "Recurring entries";
    ALL_TEMPLATES: "Các mẫu tuần" | "Templates";
    TAKEN: "Số lịch đã đưa vào tuần" | "Entries put into the week";
    NOT_TAKEN: "Chưa lấy được" | "Not taken";
    NOT_TAKEN_HINT: "Các dòng này vẫn được chọn bên dưới cùng lý do; sửa lịch trùng hoặc nêu lý do rồi làm lại." | "They are still ticked below with the reason; change what collides or give a reason, and try again.";
    NOTHING_THERE: "Không có lịch nào để lấy" | "Nothing to take";
    NOTHING_THERE_HINT: "Hãy chọn tuần khác hoặc một mẫu tuần ở trên." | "Choose another week or a template above.";
    TICK_USUAL: "Chọn lịch thường kỳ" | "Tick what is usual";
    TICK_ALL: "Chọn tất cả" | "Tick all";
    TICK_NONE: "Bỏ chọn" | "Clear selection";
    PUT_INTO: "Đưa vào tuần" | "Add to week";
    BACK_TO_BOARD: "Quay lại bàn" | "Back to the board";
    KEEP_AS_TEMPLATE: "Lưu các lịch đã chọn thành mẫu" | "Save what is ticked as a template";
    KEEP_HINT: "Mẫu giữ thứ trong tuần, giờ, nội dung, lãnh đạo và địa điểm." | "A template keeps weekday, hour, content, leaders and place.";
    KEEP: "Lưu mẫu" | "Save the template";
    TEMPLATE_SAVED: "Đã lưu mẫu" | "The template is saved";
    TEMPLATE_SAVED_HINT: "Có thể chọn mẫu này ở đầu trang." | "It can be chosen at the top of the page.";
    IS_THERE: "Đã có trong tuần" | "In the week already";
    WAS_POSTPONED: "Đã hoãn" | "Was postponed";
    WAS_CANCELLED: "Đã hủy" | "Was cancelled";
    IS_DAY_OFF: "Ngày nghỉ" | "A day off";
    STAYS_OUT: "Dòng này sẽ không được lấy." | "This line will not be taken.";
}
