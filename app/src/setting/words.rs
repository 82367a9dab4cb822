//! The words of this room.

domain::words! {
    SETTINGS: "Cài đặt" | "Settings";
    OFFICE: "Cơ quan" | "The office";
    ACCOUNTS: "Tài khoản" | "Accounts";
    NAMES: "Tên gọi" | "Names";
    NAMES_LEAD: "In trên trang công khai, lịch và văn bản." | "Printed on the public page, schedules and documents.";
    REQUESTS: "Đăng ký lịch" | "Requests";
    REQUESTS_LEAD: "Hạn cho tuần kế tiếp; gửi sau hạn vẫn nhận nhưng có đánh dấu." | "The cut-off for the week after; later requests are taken, but marked.";
    HOURS: "Giờ làm việc" | "Working hours";
    USUAL: "Thông thường" | "Usual";
    MORNING: "Sáng" | "Morning";
    AFTERNOON: "Chiều" | "Afternoon";
    HOLIDAYS: "Ngày nghỉ, ngày làm bù" | "Days off and swapped days";
    HOLIDAYS_LEAD: "Dùng để tính hạn theo ngày làm việc và cảnh báo xếp lịch." | "Used for deadlines in working days and for warnings.";
    NO_HOLIDAYS: "Chưa có ngày nào trong bảng." | "No days in the table yet.";
    DAY: "Ngày" | "Day";
    NAME: "Tên" | "Name";
    KIND: "Loại" | "Kind";
    SOURCE: "Căn cứ" | "Basis";
    PROVISIONAL: "Dự kiến" | "Provisional";
    SAVE: "Lưu" | "Save";
    SAVED: "Đã lưu." | "Saved.";
    DEADLINE_HINT: "Ví dụ: 11 giờ 00 thứ Năm hằng tuần." | "For example: Thursdays at 11:00.";
}
