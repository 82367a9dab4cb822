//! The words of this room.

domain::words! {
    FILES: "Tệp tài liệu" | "Papers in files";
    NO_FILES: "Chưa có tệp nào." | "No files yet.";
    FILE_OF: "tệp" | "file";
    FILES_OF: "tệp" | "files";
    VERSION: "bản" | "version";
    EARLIER: "Các bản trước" | "Earlier versions";
    ADD: "Chọn tệp" | "Choose files";
    ADD_HINT: "PDF, Office, OpenDocument, ảnh hoặc TXT. Trùng tên thì thành bản mới, bản cũ vẫn giữ." | "PDF, Office, OpenDocument, pictures or TXT. The same name becomes a new version, the old one is kept.";
    FIRST_HINT: "PDF, Office, OpenDocument, ảnh hoặc TXT. Tệp được gửi ngay sau khi đăng ký." | "PDF, Office, OpenDocument, pictures or TXT. They are sent as soon as the request is.";
    INSTEAD_OF: "Là bản mới của" | "A new version of";
    NEW_FILE: "Tệp khác" | "Another paper";
    SEND: "Gửi tệp" | "Send the files";
    DROP_HERE: "hoặc kéo thả vào đây" | "or drop them here";
    VIEW: "Xem" | "View";
    BECAUSE: "lý do thay bản" | "replaced because";
    ADD_ONE: "Chọn tệp" | "Choose the file";
    ADD_ONE_HINT: "PDF, Office, OpenDocument, ảnh hoặc TXT. Tệp gửi sau thành bản mới, bản cũ vẫn giữ." | "PDF, Office, OpenDocument, a picture or TXT. What is sent later becomes a new version, the old one is kept.";
    NO_SECRETS: "Tôi xác nhận tệp không chứa bí mật nhà nước" | "I confirm that nothing in it is a state secret";
    REMOVE: "Bỏ" | "Remove";
    REMOVE_FOR_GOOD: "Bỏ hẳn" | "Remove for good";
    REMOVE_HINT: "Mất cả các bản trước, không lấy lại được." | "With its earlier versions; it does not come back.";
    ON_THE_WAY: "Đang gửi" | "On the way";
    WAITS: "Chờ gửi" | "Waits its turn";
    PAUSED: "Tạm dừng ở" | "Paused at";
    LOST: "Mất kết nối, sẽ tự gửi tiếp" | "The line is cut; it goes on by itself";
    LOOKED_AT: "Đã gửi xong, đang kiểm tra" | "All sent, being looked at";
    PAUSE: "Tạm dừng" | "Pause";
    GO_ON: "Gửi tiếp" | "Go on";
    GIVE_UP: "Thôi gửi" | "Give up";
    RECEIVED: "Đã nhận" | "Received";
}
