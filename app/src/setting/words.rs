//! The words of this room.

domain::words! {
    SETTINGS: "Cài đặt" | "Settings";
    OFFICE: "Cơ quan" | "The office";
    ACCOUNTS: "Tài khoản" | "Accounts";
    TRAVEL: "Đường đi" | "Ways";
    BUFFERS: "Thời gian đi lại, chuẩn bị" | "Time to travel and prepare";
    BUFFERS_LEAD: "Hai lịch liền nhau của một lãnh đạo ở hai nơi cần đủ thời gian đi và chuẩn bị." | "Between two entries of a leader in two places there must be time for the way and to prepare.";
    WAYS: "Bảng quãng đường" | "Table of ways";
    WAYS_LEAD: "Đi và về như nhau. \u{201c}Trụ sở\u{201d} là các phòng của Văn phòng. Nơi khác được nhận ra khi tên nằm trong địa điểm của lịch." | "The same there and back. \u{201c}Trụ sở\u{201d} is the seat of the Office. Other places are known when their name stands in the place of an entry.";
    WAYS_HINT: "Xóa trống một dòng để bỏ quãng đường đó. Lưu để có thêm dòng trống." | "Empty a row to take the way out. Save to get more empty rows.";
    ROW: "dòng" | "row";
    NO_WAYS: "Chưa có quãng đường nào trong bảng." | "No ways in the table yet.";
    ONLY_SECRETARIES: "Thư ký và Chánh Văn phòng sửa bảng này." | "Secretaries and the Chief of Office keep this table.";
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
