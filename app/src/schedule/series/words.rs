//! The words of what comes again.

domain::words! {
    SERIES: "Lịch lặp lại" | "Recurring entries";
    LEAD: "Mỗi lịch lặp lại được đưa lên bàn khi bắt đầu tuần, không tự xuất hiện." | "It is put on the board when a week begins; nothing appears by itself.";
    TEMPLATES: "Mẫu tuần" | "Templates";
    START_WEEK: "Đưa vào tuần" | "Add to week";
    NONE_YET: "Chưa có lịch lặp lại" | "No recurring entries yet";
    NONE_YET_HINT: "Mở một lịch trên bàn và chọn Lặp lại." | "Open an entry on the board and choose Repeat.";
    NEXT_TIME: "Lần tới" | "Next time";
    NEXT_TIMES: "Những lần tới" | "Next times";
    HAS_ENDED: "Đã kết thúc" | "It has ended";
    ONE: "Lịch lặp lại" | "A series";
    REPEAT: "Lặp lại lịch này" | "Repeat this entry";
    MAKE: "Tạo lịch lặp lại" | "Make it a series";
    MAKE_HINT: "Lịch này là lần đầu; các lần sau được đưa lên bàn khi bắt đầu tuần." | "This entry is the first; the others are put on the board when a week begins.";
    EVERY_HINT: "Để trống: mỗi tuần, mỗi tháng." | "Empty: each week, each month.";
    ON_HINT: "Chỉ cho lặp lại hằng tuần; để trống: cùng thứ với lịch này." | "For weekly ones only; empty: the weekday of this entry.";
    COUNT_HINT: "Hoặc số lần; khi đó không cần ngày kết thúc." | "Or how many times; then no last day is needed.";
    ONLY_THIS: "Chỉ lần này" | "Only this one";
    CHANGE_THIS: "Sửa lần này" | "Change this one";
    CANCEL_THIS: "Hủy lần này" | "Cancel this one";
    ALONG: "Đổi cả những lần đã có trên bảng" | "Also change what is on the board already";
    ALONG_REASON: "Cần khi có lần đã phát hành; người đọc thấy." | "Needed when readers know one of them; they see it.";
    ALONG_CONFLICT: "Chỉ khi có lần bị trùng." | "Only when one of them collides.";
    FROM_HERE: "Từ lần này về sau" | "From here on";
    FROM_HERE_HINT: "Các lần sau lấy nội dung, giờ và lãnh đạo của lịch này như đang có; số lần tính từ lần này. Những lần đã có trên bảng chỉ đổi theo khi chọn ô bên dưới; lần đã qua giữ nguyên." | "Later ones take content, hour and leaders of this entry as it is now; the number of times counts from this one on. Those on the board already change along only when the box below is ticked; those that are past stay.";
    END_HERE: "Kết thúc từ lần này" | "End it from here on";
    END_HINT: "Không có lần mới từ ngày này. Lịch đã lên bàn vẫn còn; hãy hủy từng lịch nếu cần." | "Nothing new from this day on. What is on the board stays; cancel it there if needed.";
    END_FROM: "Kết thúc từ ngày" | "End from";
    END_SERIES: "Kết thúc" | "End it";
    CHANGE_RULE: "Đổi cách lặp lại" | "Change how it repeats";
    CHANGE_FROM: "Áp dụng và tính số lần từ" | "Applies, and times are counted, from";
    ON_THE_BOARD: "Đã lên bàn" | "On the board";
    LEFT_OUT: "Bỏ" | "Left out";
    LEAVE_OUT: "Bỏ lần này" | "Leave it out";
    RESTORE: "Đưa lại" | "Offer it again";
    LOOK_AGAIN: "Hãy tải lại trang để xem bản mới." | "Reload the page to see what is stored.";
}
