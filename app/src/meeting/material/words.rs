//! The words of papers of meetings.

domain::words! {
    TITLE: "Tài liệu họp" | "Papers of the meeting";
    PAPERS_TITLE: "Tài liệu họp" | "Papers of meetings";
    NO_PAPERS: "Chưa có tài liệu" | "No papers yet";
    NO_PAPERS_HINT: "Thêm từng tài liệu với đơn vị gửi và hạn gửi; đơn vị sẽ thấy và gửi ở trang Tài liệu." | "Add each paper with the unit that owes it and its time; the unit sees it on its page of papers.";
    NONE_FOR_YOU: "Chưa có tài liệu nào dành cho bạn." | "There is none for you yet.";
    WHOLE: "Chung cho cuộc họp" | "For the meeting as a whole";
    NOT_CHOSEN: "Chưa chọn" | "Not chosen";
    ADD: "Yêu cầu tài liệu" | "Ask for a paper";
    CHANGE: "Sửa yêu cầu tài liệu" | "Change what is owed";
    REMOVE: "Bỏ yêu cầu này" | "Ask for it no more";
    EDIT: "Sửa" | "Edit";
    DUE: "Hạn gửi" | "due";
    DUE_HINT: "Ví dụ 11h30; để trống là 17:00." | "For example 11:30; empty means 17:00.";
    SEND: "Gửi tệp" | "Send the file";
    SEND_AGAIN: "Gửi bản mới" | "Send a new version";
    REMIND: "Đã nhắc" | "Asked again";
    REMIND_HINT: "Nhắc ai, bằng cách nào; có thể để trống." | "Whom, and how; may stay empty.";
    NOTE_RECEIVED: "Đã nhận cách khác" | "Came another way";
    RECEIVED_HINT: "Ví dụ: bản giấy; trục liên thông, số 1188/BC-STC." | "For example: on paper; by the document system, with its number.";
    ANOTHER_WAY: "Nhận cách khác" | "Came another way";
    VERSION: "bản" | "version";
    EARLIER: "Các bản trước" | "Earlier versions";
    CHASED: "Đã nhắc" | "Asked again";
    TIMES: "lần" | "times";
    CLOSED: "Đã đóng với người xem" | "Closed to readers";
    CLOSE: "Đóng tài liệu" | "Close to readers";
    OPEN_AGAIN: "Mở lại" | "Open again";
    MISSING: "Chưa gửi" | "Not sent yet";
    OWED: "Đơn vị phải gửi" | "What your unit owes";
    TO_SEND: "tài liệu chưa gửi" | "not sent yet";
    OVER: "đã quá hạn" | "over their time";
    NOTHING_OWED: "Không nợ tài liệu nào" | "Nothing is owed";
    NOTHING_OWED_HINT: "Khi Văn phòng yêu cầu tài liệu cho cuộc họp, tài liệu hiện ở đây với hạn gửi." | "When the Office asks for a paper, it stands here with its time.";
    TO_READ: "Tài liệu để đọc" | "Papers to read";
    NOTHING_TO_READ: "Chưa có tài liệu họp nào dành cho bạn." | "No papers for you yet.";
    FILES_OF: "tài liệu" | "papers";
    ALL_IN_ONE: "Tải tất cả (ZIP)" | "All in one (ZIP)";
    OPENED: "Đã mở bản mới nhất:" | "Opened the newest version:";
    NOT_OPENED: "chưa mở" | "not opened yet";
    NOTE: "Ghi chú riêng" | "Private note";
    EDIT_NOTE: "Sửa ghi chú riêng" | "Edit the private note";
    NOTE_HINT: "Chỉ bạn thấy. Để trống là bỏ ghi chú. Không ghi nội dung bí mật nhà nước." | "Only you see it. Empty takes it away. Nothing that is a state secret.";
    READING_IS_SEEN: "Văn phòng thấy đơn vị, người nào đã mở tài liệu, lần đầu và lần cuối." | "The Office sees who opened a paper, the first and the last time.";
    ALL_PAPERS: "Mọi tài liệu" | "All papers";
}
