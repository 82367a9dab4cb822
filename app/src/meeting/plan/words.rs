//! The words of planning a series of meetings.

domain::words! {
    PLAN_NEXT: "Lập các phiên tiếp theo" | "Plan the next meetings";
    LAST: "Cuộc họp gần nhất" | "The latest meeting";
    WHEN_THEY_MEET: "Thời gian" | "When";
    ON_DAYS: "Vào các ngày chọn riêng" | "On chosen days";
    EVERY_HINT: "Để trống là mỗi tuần, mỗi tháng; 3 tháng là hằng quý." | "Empty is each week, each month; 3 months are a quarter.";
    FIRST_HINT: "Cách lặp lại tính từ ngày này, ví dụ thứ Sáu của tuần thứ nhất." | "The rule counts from this day, for example the first Friday of the month.";
    COUNT_HINT: "Hoặc để trống và chọn ngày cuối." | "Or leave it empty and choose a last day.";
    DAYS_HINT: "Chỉ khi chọn riêng từng ngày, ví dụ 20/01/2027, 15/03/2027." | "Only for chosen days, for example 20/01/2027, 15/03/2027.";
    EACH_OF_THEM: "Mỗi phiên" | "Each of them";
    TITLE_HINT: "{số}, {tháng}, {quý}, {năm} được thay theo từng phiên." | "{số} is the number, {tháng} the month, {quý} the quarter, {năm} the year of each.";
    FIRST_NUMBER: "Phiên đầu là phiên thứ" | "Number of the first one";
    LOOK: "Xem trước các phiên" | "Look at them first";
    LOOK_FIRST: "Xem trước để biết ngày nghỉ và lịch trùng; chưa có gì được lập." | "Look first for days off and conflicts; nothing is planned yet.";
    FORESEEN: "Các phiên sẽ lập" | "What will be planned";
    FORESEEN_HINT: "Bỏ chọn phiên không họp, hoặc đổi ngày rồi xem trước lại." | "Untick what is left out, or change a day and look again.";
    LEFT_OUT: "Bỏ" | "Left out";
    INSTEAD_OF: "Thay ngày" | "Instead of";
    WORKED: "Ngày làm bù" | "Worked in exchange";
    DAY_OFF: "Ngày nghỉ" | "Day off";
    WITH_TEMPLATE: "Mỗi phiên được đặt lên lịch, mời các thành viên và dùng chương trình mẫu của loại họp này." | "Each is put on the schedule, with the members invited and the agenda of its kind.";
    WITHOUT_TEMPLATE: "Mỗi phiên được đặt lên lịch và mời các thành viên; loại họp này chưa có chương trình mẫu." | "Each is put on the schedule with the members invited; its kind has no agenda to begin with.";
    PLAN_THEM: "Lập các phiên đã chọn" | "Plan those that are ticked";
    BACK: "Trở lại" | "Back";
    SERIES: "Các phiên của tổ chức họp" | "Meetings of this body";
    BEFORE: "Phiên trước" | "Previous";
    AFTER: "Phiên sau" | "Next";
}
