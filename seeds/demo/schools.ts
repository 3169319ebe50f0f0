/**
 * The 32 upper-secondary schools of Đắk Nông by their real names, from a public list. The list gives
 * no codes and no communes: the codes are this hub's own, and a school is placed in a district only
 * where its name says so. `levels`: U upper secondary, LU lower and upper secondary.
 */
export const UPPER_SECONDARY_SCHOOLS: readonly {
  name: string;
  levels: 'U' | 'LU';
  special?: 'ETHNIC_BOARDING' | 'SPECIALISED';
  district?: string;
}[] = [
  { name: 'THPT Chu Văn An', levels: 'U' },
  {
    name: "Trung học phổ thông Dân tộc nội trú N'Trang Lơng tỉnh Đắk Nông",
    levels: 'U',
    special: 'ETHNIC_BOARDING',
  },
  { name: 'THPT Gia Nghĩa', levels: 'U' },
  { name: 'THPT Chuyên Nguyễn Chí Thanh', levels: 'U', special: 'SPECIALISED' },
  { name: 'THPT Phạm Văn Đồng', levels: 'U' },
  { name: 'THPT Nguyễn Tất Thành', levels: 'U' },
  { name: 'THPT Trường Chinh', levels: 'U' },
  {
    name: "Phổ thông DTNT THCS-THPT huyện Đăk R'Lấp",
    levels: 'LU',
    special: 'ETHNIC_BOARDING',
    district: '666',
  },
  { name: 'THPT Nguyễn Đình Chiểu', levels: 'U' },
  { name: 'THPT Đăk Mil', levels: 'U' },
  { name: 'THPT Trần Hưng Đạo', levels: 'U' },
  { name: 'THPT Quang Trung', levels: 'U' },
  { name: 'THPT Nguyễn Du', levels: 'U' },
  {
    name: 'Phổ thông DTNT THCS-THPT huyện Đăk Mil',
    levels: 'LU',
    special: 'ETHNIC_BOARDING',
    district: '663',
  },
  { name: 'THPT Phan Chu Trinh', levels: 'U' },
  { name: 'THPT Phan Bội Châu', levels: 'U' },
  { name: 'THPT Nguyễn Bỉnh Khiêm', levels: 'U' },
  { name: 'THPT Đào Duy Từ', levels: 'U' },
  {
    name: 'Phổ thông DTNT THCS-THPT huyện Cư Jút',
    levels: 'LU',
    special: 'ETHNIC_BOARDING',
    district: '662',
  },
  { name: 'THPT Đăk Song', levels: 'U' },
  { name: 'THPT Phan Đình Phùng', levels: 'U' },
  {
    name: 'Phổ thông DTNT THCS-THPT huyện Đăk Song',
    levels: 'LU',
    special: 'ETHNIC_BOARDING',
    district: '665',
  },
  { name: 'THPT Lương Thế Vinh', levels: 'U' },
  { name: 'THPT Krông Nô', levels: 'U' },
  { name: 'THPT Hùng Vương', levels: 'U' },
  { name: 'THPT Trần Phú', levels: 'U' },
  {
    name: 'Phổ thông DTNT THCS-THPT huyện Krông Nô',
    levels: 'LU',
    special: 'ETHNIC_BOARDING',
    district: '664',
  },
  { name: 'THPT Đăk Glong', levels: 'U' },
  {
    name: 'Phổ thông DTNT THCS-THPT huyện Đăk Glong',
    levels: 'LU',
    special: 'ETHNIC_BOARDING',
    district: '661',
  },
  { name: 'THPT Lê Duẩn', levels: 'U' },
  { name: 'THPT Lê Quý Đôn', levels: 'U' },
  {
    name: 'Phổ thông DTNT THCS-THPT huyện Tuy Đức',
    levels: 'LU',
    special: 'ETHNIC_BOARDING',
    district: '667',
  },
];
