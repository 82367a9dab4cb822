//! The words of this room.

domain::words! {
    DUTY: "Lịch trực" | "Duty roster";
    DUTY_LEAD: "Ngày nghỉ chưa có người trực được đánh dấu; người đọc thấy thay đổi từ lần phát hành tuần tiếp theo." | "Days off without anybody on duty are marked; readers see a change with the next publication of the week.";
    MONTHS: "Các tháng" | "Months";
    MONTH: "Tháng" | "Month";
    WEEK: "Tuần" | "Week";
    OTHER_MONTH: "Xem tháng" | "Show a month";
    SHOW: "Xem" | "Show";
    ADD_DUTY: "Phân công trực" | "Put on duty";
    EDIT_DUTY: "Sửa ca trực" | "Change the duty";
    DUTY_NOTE: "Chuyên viên, lái xe và ghi chú không bao giờ công khai." | "Specialist, driver and note are never public.";
    DAY: "Ngày" | "Day";
    LEADER: "Lãnh đạo trực" | "Leader on duty";
    OFFICE_LEADER: "Lãnh đạo Văn phòng" | "Office leader";
    SPECIALIST: "Chuyên viên" | "Specialist";
    DRIVER: "Lái xe" | "Driver";
    HOTLINE: "Đường dây nóng" | "Hotline";
    NOTE: "Ghi chú" | "Note";
    EDIT: "Sửa" | "Change";
    ASSIGN: "Phân công" | "Assign";
    MISSING: "Chưa phân công trực" | "Nobody on duty";
    MISSING_DAY: "ngày nghỉ chưa phân công trực" | "day off without anybody on duty";
    MISSING_DAYS: "ngày nghỉ chưa phân công trực" | "days off without anybody on duty";
    ALL_COVERED: "Mọi ngày nghỉ đã có người trực" | "Somebody is on duty on every day off";
    COPY: "Chép từ tuần trước" | "Copy last week";
    COPIED: "Đã chép ca trực của tuần trước vào các ngày còn trống." | "Last week's duties were copied to the free days.";
    NOTHING_TO_COPY: "Tuần trước không có ca trực nào cho các ngày còn trống." | "Last week has nothing for the free days.";
    UNTIL: "Đến ngày" | "Until";
    UNTIL_HINT: "Để trống nếu chỉ một ngày; mỗi ngày thành một ca sửa riêng được." | "Empty for one day; each day becomes a duty of its own.";
    WHOLE_DAY: "Cả ngày" | "All day";
    NO_CHOICE: "Chưa chọn" | "Not chosen";
    REMOVE: "Bỏ ca trực này" | "Take this duty out";
    SAVED: "Đã lưu lịch trực." | "The roster was saved.";
    RULES: "Công khai lịch trực" | "What the public reads";
    RULES_LEAD: "Bỏ chọn thì trang công khai mất ngay; chọn thì hiện từ lần phát hành tiếp theo." | "What is unticked leaves the public page at once; what is ticked shows with the next publication.";
    PUBLIC: "Công khai lãnh đạo trực" | "The leader on duty is public";
    HOTLINE_PUBLIC: "Công khai cả số đường dây nóng" | "The hotline is public, too";
    SAVE: "Lưu" | "Save";
    TODAY: "Hôm nay" | "Today";
}
