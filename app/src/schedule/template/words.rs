//! The words of the templates.

domain::words! {
    TEMPLATES: "Mẫu tuần" | "Week templates";
    TEMPLATE: "Sửa mẫu tuần" | "Change the template";
    LEAD: "Những lịch lặp lại, giữ lại để bắt đầu các tuần sau." | "Recurring entries, kept to start later weeks.";
    OF_THIS_WEEK: "Tạo mẫu từ tuần này" | "Make one from this week";
    NONE_YET: "Chưa có mẫu tuần nào" | "No template yet";
    NONE_YET_HINT: "Mở trang bắt đầu tuần, chọn lịch và lưu thành mẫu." | "Open the start of a week, tick entries and save them as a template.";
    ENTRY: "lịch" | "entry";
    ENTRIES: "lịch" | "entries";
    WHAT_IT_HOLDS: "Mẫu gồm những gì" | "What it holds";
    START_WITH_IT: "Dùng cho tuần" | "Use for week";
    DELETE_HINT: "Xóa mẫu không làm thay đổi các tuần đã dùng mẫu này." | "Weeks that began with it stay as they are.";
    DELETE_TEMPLATE: "Xóa mẫu" | "Delete the template";
}
