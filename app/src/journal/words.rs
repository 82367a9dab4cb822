//! The words of the journal: every deed as a verb, to stand after a name.

use domain::Word;

domain::words! {
    JOURNAL: "Nhật ký" | "Journal";
    ABOUT: "Về việc" | "About";
    ALL: "Tất cả" | "Everything";
    FILTER: "Lọc" | "Filter";
    OLDER: "Cũ hơn" | "Older";
    NEWEST: "Mới nhất" | "Newest";
    PAGES: "Các trang" | "Pages";
    NOTHING: "Chưa có việc nào" | "Nothing happened yet";
    NOTHING_HINT: "Mỗi thay đổi sẽ hiện ở đây cùng người làm và thời điểm." | "Every change will stand here with who did it and when.";
    REASON: "Lý do" | "Reason";
    DETAILS: "Chi tiết" | "Details";
    WEEK: "tuần" | "week";
    COMINGS: "lượt vào, ra" | "comings and goings";
    NIGHT_SHIFT: "Hệ thống" | "The system";
}

/// What was done.
pub fn deed(code: &str) -> Word {
    match code {
        "access.sign_in" => Word::new("đăng nhập", "signed in"),
        "access.end_session" => Word::new("kết thúc một phiên đăng nhập", "ended a session"),
        "access.sign_out_everywhere" => Word::new("đăng xuất mọi nơi", "signed out everywhere"),
        "access.change_password" => Word::new("đổi mật khẩu của mình", "changed their own password"),
        "access.save_account" => Word::new("lưu tài khoản", "saved the account"),
        "access.lock_account" => Word::new("khóa tài khoản", "locked the account"),
        "access.unlock_account" => Word::new("mở khóa tài khoản", "unlocked the account"),
        "access.reset_password" => Word::new("đặt lại mật khẩu của", "reset the password of"),
        "people.save_unit" => Word::new("lưu đơn vị", "saved the unit"),
        "people.save_person" => Word::new("lưu cá nhân", "saved the person"),
        "people.save_position" => Word::new("lưu chức vụ", "saved the position"),
        "people.assign_secretary" => Word::new("phân công thư ký phục vụ", "assigned a secretary to"),
        "people.release_secretary" => Word::new("thôi phân công thư ký phục vụ", "released a secretary of"),
        "request.register" => Word::new("đăng ký", "asked for"),
        "request.change" => Word::new("sửa đăng ký", "changed the request"),
        "request.withdraw" => Word::new("rút đăng ký", "withdrew the request"),
        "request.accept" => Word::new("xếp lịch theo đăng ký", "put on the board"),
        "request.merge" => Word::new("gộp đăng ký", "merged the request"),
        "request.return" => Word::new("trả lại đăng ký", "sent back the request"),
        "request.reopen" => Word::new("đưa đăng ký trở lại danh sách chờ", "put back into the tray"),
        "request.refuse" => Word::new("từ chối đăng ký", "refused the request"),
        "file.add" => Word::new("thêm tài liệu vào đăng ký", "added a paper to the request"),
        "file.replace" => Word::new("thay tài liệu của đăng ký", "replaced a paper of the request"),
        "file.remove" => Word::new("bỏ tài liệu của đăng ký", "removed a paper of the request"),
        "schedule.create_entry" => Word::new("bổ sung", "added"),
        "schedule.save_entry" => Word::new("sửa", "changed"),
        "schedule.move_entry" => Word::new("chuyển", "moved"),
        "schedule.postpone_entry" => Word::new("hoãn", "postponed"),
        "schedule.cancel_entry" => Word::new("hủy", "cancelled"),
        "schedule.resume_entry" => Word::new("khôi phục", "resumed"),
        "schedule.remove_entry" => Word::new("xóa", "removed"),
        "schedule.set_remark" => Word::new("sửa ghi chú của", "changed the remark of"),
        "schedule.delegate_entry" => Word::new("ủy quyền dự thay", "delegated"),
        "schedule.make_series" => Word::new("tạo lịch lặp lại", "made a series of"),
        "schedule.change_series" => Word::new("đổi lịch lặp lại", "changed the series"),
        "schedule.end_series" => Word::new("kết thúc lịch lặp lại", "ended the series"),
        "schedule.skip_day" => Word::new("bỏ một lần của", "left out one time of"),
        "schedule.restore_day" => Word::new("đưa lại một lần của", "offered again one time of"),
        "schedule.start_week" => Word::new("bắt đầu từ mẫu hoặc tuần trước", "began from an earlier one"),
        "schedule.save_template" => Word::new("lưu mẫu tuần", "saved the template"),
        "schedule.rename_template" => Word::new("đổi tên mẫu tuần", "renamed the template"),
        "schedule.delete_template" => Word::new("xóa mẫu tuần", "deleted the template"),
        "schedule.undo_start" => Word::new("bỏ lịch đã đưa vào tuần", "took back the beginning of the week"),
        "schedule.submit" => Word::new("trình duyệt", "submitted"),
        "schedule.withdraw" => Word::new("rút lại", "withdrew"),
        "schedule.return" => Word::new("trả lại", "returned"),
        "schedule.approve" => Word::new("duyệt", "approved"),
        "schedule.publish" => Word::new("phát hành", "published"),
        "duty.save_duty" => Word::new("phân công trực ngày", "set the duty of"),
        "duty.remove_duty" => Word::new("bỏ ca trực ngày", "took out the duty of"),
        "duty.save_rules" => {
            Word::new("sửa mức công khai lịch trực", "changed what the public reads of the roster")
        }
        "meeting.propose_meeting" => Word::new("đề xuất cuộc họp", "proposed the meeting"),
        "meeting.change_proposal" => Word::new("sửa đề xuất cuộc họp", "changed the proposal of"),
        "meeting.withdraw" => Word::new("rút đề xuất cuộc họp", "withdrew the proposal of"),
        "meeting.agree" => Word::new("đồng ý họp", "agreed to"),
        "meeting.agree_with_changes" => Word::new("đồng ý họp, có điều chỉnh", "agreed with changes to"),
        "meeting.ask_in_writing" => {
            Word::new("chuyển lấy ý kiến bằng văn bản", "had opinions asked in writing on")
        }
        "meeting.decline" => Word::new("không tổ chức họp", "declined"),
        "meeting.schedule_meeting" => Word::new("xếp lịch cuộc họp", "put the meeting on the board"),
        "meeting.found_meeting" => Word::new("lập cuộc họp từ lịch", "made a meeting of"),
        "meeting.convene" => Word::new("triệu tập", "convened"),
        "meeting.ready" => Word::new("xác nhận đủ tài liệu", "found the papers complete for"),
        "meeting.hold" => Word::new("ghi nhận đã họp", "noted as held"),
        "meeting.conclude" => Word::new("ghi nhận đã ban hành kết luận", "noted the conclusion of"),
        "meeting.invite" => Word::new("mời thêm dự", "invited people to"),
        "meeting.change_invitee" => Word::new("sửa thông tin mời", "changed the invitee"),
        "meeting.remove_invitee" => Word::new("bỏ khỏi thành phần mời", "took somebody off the list of"),
        "meeting.save_invitation" => Word::new("soạn giấy mời", "wrote the invitation to"),
        "meeting.issue_invitation" => Word::new("phát hành giấy mời", "issued the invitation to"),
        "meeting.answer_confirm" => Word::new("xác nhận dự", "confirmed for"),
        "meeting.answer_ask_deputy" => Word::new("xin cử người dự thay", "asked for a deputy for"),
        "meeting.answer_decline" => Word::new("báo vắng", "declined for"),
        "meeting.answer_agree_deputy" => Word::new("đồng ý người dự thay", "agreed to the deputy of"),
        "meeting.answer_refuse_deputy" => {
            Word::new("không đồng ý người dự thay", "did not agree to the deputy of")
        }
        "meeting.add_item"
        | "meeting.change_item"
        | "meeting.move_item"
        | "meeting.remove_item"
        | "meeting.place_item"
        | "meeting.lay_out" => Word::new("sửa chương trình", "changed the agenda of"),
        "meeting.carry_item" => Word::new("chuyển nội dung sang cuộc họp sau", "carried an item over"),
        "meeting.begin_item" => Word::new("bắt đầu một mục của", "began an item of"),
        "meeting.end_item" => Word::new("kết thúc một mục của", "ended an item of"),
        "meeting.note_hours" => Word::new("ghi giờ thực tế của", "noted the real hours of"),
        "meeting.freeze_agenda" => Word::new("chốt chương trình", "closed the agenda of"),
        "meeting.add_material" => Word::new("yêu cầu tài liệu cho", "asked for a paper for"),
        "meeting.change_material" => Word::new("sửa yêu cầu tài liệu của", "changed what is owed to"),
        "meeting.move_material" => Word::new("sắp xếp tài liệu của", "arranged the papers of"),
        "meeting.remove_material" => Word::new("bỏ yêu cầu tài liệu của", "asks no more for a paper of"),
        "meeting.remind_material" => Word::new("nhắc gửi tài liệu cho", "asked again for a paper for"),
        "meeting.note_received" => {
            Word::new("ghi nhận đã nhận tài liệu của", "noted a paper as received for")
        }
        "meeting.close_material" => Word::new("đóng tài liệu của", "closed a paper of"),
        "meeting.open_material" => Word::new("mở lại tài liệu của", "opened a paper again of"),
        "meeting.save_agenda_template" => {
            Word::new("lưu chương trình mẫu từ", "kept a template of the agenda of")
        }
        "meeting.number_meeting" => Word::new("xếp phiên cho", "numbered"),
        "meeting.plan_meetings" => Word::new("lập các phiên tiếp theo của", "planned the next meetings of"),
        "meeting.plan_meeting" => Word::new("lập phiên", "planned the meeting"),
        "meeting.save_body" => Word::new("lưu tổ chức họp", "saved the body"),
        "meeting.propose_item" => Word::new("đề nghị nội dung", "proposed the item"),
        "meeting.change_proposed_item" => Word::new("sửa nội dung đề nghị", "changed the item"),
        "meeting.submit_item" => Word::new("gửi nội dung đề nghị", "sent the item"),
        "meeting.present_item" => Word::new("trình thủ trưởng nội dung", "handed to the head the item"),
        "meeting.agree_item" => Word::new("đồng ý nội dung đề nghị", "agreed to the item"),
        "meeting.send_back_item" => {
            Word::new("trả lại trong đơn vị nội dung", "sent back inside the unit the item")
        }
        "meeting.withdraw_item" => Word::new("rút nội dung đề nghị", "withdrew the item"),
        "meeting.return_item" => Word::new("trả lại nội dung đề nghị", "sent back the item"),
        "meeting.accept_item" => Word::new("chấp nhận hồ sơ nội dung", "accepted the item"),
        "meeting.ask_opinion" => Word::new("xin ý kiến đơn vị về", "asked a unit about"),
        "meeting.answer_opinion" => Word::new("trả lời ý kiến về", "answered about"),
        "meeting.save_rule" => Word::new("sửa thời hạn của cuộc họp", "changed the deadlines of meetings"),
        "meeting.save_counting" => {
            Word::new("sửa cách tính thời hạn của cuộc họp", "changed how deadlines of meetings are counted")
        }
        "setting.save_day_off" => Word::new("lưu ngày", "saved the day"),
        "setting.remove_day_off" => Word::new("bỏ khỏi bảng ngày nghỉ", "took out of the days off"),
        "setting.save_hours" => Word::new("sửa giờ làm việc thông thường", "changed the usual hours"),
        "setting.save_season" => Word::new("lưu mùa giờ làm việc", "saved a season of hours"),
        "setting.remove_season" => Word::new("bỏ mùa giờ làm việc", "took out a season of hours"),
        "setting.import_holiday" => Word::new("nhập ngày nghỉ", "imported a day off"),
        "facility.import_room" => Word::new("nhập phòng họp", "imported a room"),
        "facility.import_vehicle" => Word::new("nhập xe", "imported a car"),
        "setting.save_travel" => Word::new("sửa bảng quãng đường", "changed the travel times"),
        "setting.save_receptions" => {
            Word::new("sửa quy định tiếp công dân", "changed the rules of citizen reception")
        }
        "setting.save_request_rules" => {
            Word::new("sửa quy định đăng ký lịch", "changed the rules of requests")
        }
        "setting.save_file_rules" => Word::new("sửa quy định tệp tài liệu", "changed the rules of files"),
        "setting.save_profile" => Word::new("sửa tên gọi của cơ quan", "changed the names of the office"),
        _ => Word::new("thay đổi", "changed"),
    }
}
