//! The words of this room.

domain::words! {
    DESK: "Việc chờ xử lý" | "What waits";
    WELL: "Không có gì chờ" | "Nothing waits here";
    NOTHING: "Không có việc nào chờ" | "Nothing waits";
    NOTHING_HINT: "Mọi đăng ký đã xử lý, không còn trùng lịch, lịch đã phát hành đúng như bảng." | "Every request is decided, no conflict is left, and what is published is as it stands.";
    REQUESTS: "Đăng ký chờ xếp lịch" | "Requests waiting";
    LATE: "gửi sau hạn" | "late";
    NO_REQUESTS: "Không có đăng ký nào chờ." | "No request waits.";
    MEETINGS: "Cuộc họp chờ xử lý" | "Meetings that wait";
    PROPOSED: "chờ ý kiến chủ trì" | "waiting for their chairs";
    UNPLACED: "đã đồng ý, chờ xếp lịch" | "agreed to, to be scheduled";
    NO_MEETINGS: "Không có đề xuất nào chờ." | "No proposal waits.";
    DEPUTIES: "Xin dự thay chờ chủ trì" | "Deputies that wait for the chair";
    NO_DEPUTIES: "Không có đề nghị dự thay nào chờ." | "No deputy waits.";
    DEADLINES: "Thời hạn của cuộc họp" | "Deadlines of meetings";
    NO_DEADLINES: "Không có thời hạn nào gần hoặc đã qua." | "No deadline is near or over.";
    PAPERS: "Tài liệu họp chưa gửi" | "Papers not sent yet";
    PAPERS_LATE: "đã quá hạn" | "over their time";
    NO_PAPERS: "Không thiếu tài liệu nào đến hạn." | "No paper is due or missing.";
    CONFLICTS: "Trùng lịch còn lại" | "Conflicts left";
    OWN: "của lãnh đạo bạn phục vụ" | "of leaders you serve";
    NO_CONFLICTS: "Tuần này và tuần sau không còn trùng lịch." | "This week and the next have none.";
    RECEPTIONS: "Ngày tiếp công dân chưa xếp" | "Days of reception not planned";
    NO_RECEPTIONS: "Tuần này và tuần sau không thiếu." | "This week and the next lack none.";
    SUBMIT: "Trình lịch tuần sau" | "Next week to be submitted";
    OVERDUE: "Quá hạn trình" | "Overdue";
    SUBMIT_BY: "Hạn trình" | "Due";
    NOT_SUBMITTED: "Chưa trình" | "Not submitted yet";
    NOTHING_TO_SUBMIT: "Tuần sau đã trình hoặc đã phát hành." | "The next week is handed on or published.";
    UNPUBLISHED: "Thay đổi chưa phát hành" | "Unpublished changes";
    NO_UNPUBLISHED: "Người đọc thấy đúng như bảng." | "Readers see what the board shows.";
    APPROVE: "Chờ duyệt, phát hành" | "To be approved or published";
    NOTHING_TO_APPROVE: "Không có tuần nào chờ duyệt." | "No week waits.";
    HANDED_ON: "Đã trình Chánh Văn phòng" | "With the Chief of Office";
    NOTHING_HANDED_ON: "Không có tuần nào đang trình." | "No week is with the Chief of Office.";
    RETURNED: "Bị trả lại" | "Sent back";
    DUTY: "Ngày nghỉ chưa phân công trực" | "Days off without anybody on duty";
    DUTY_COVERED: "14 ngày tới đã có người trực." | "The next 14 days are covered.";
    WEEK: "Tuần" | "Week";
    THIS_WEEK: "tuần này" | "this week";
    NEXT_WEEK: "tuần sau" | "next week";
}
