/**
 * Đắk Nông until 2025-06-30 and the part of the new Lâm Đồng that took it over: names and codes from
 * the official lists as published in thanglequoc/vietnamese-provinces-database (MIT), successions from
 * dvhcvn/20250701 (MIT).
 */

/** Code, name, English name. */
type Named = readonly [code: string, name: string, nameEn: string];

/** The three provinces that became the new Lâm Đồng. */
export const OLD_PROVINCES: readonly Named[] = [
  ['60', 'Tỉnh Bình Thuận', 'Binh Thuan Province'],
  ['67', 'Tỉnh Đắk Nông', 'Dak Nong Province'],
  ['68', 'Tỉnh Lâm Đồng', 'Lam Dong Province'],
];

export const NEW_PROVINCE: Named = ['68', 'Tỉnh Lâm Đồng', 'Lam Dong Province'];

/** The document that made the new province. */
export const RESOLUTION = '202/2025/QH15';

/** The districts of Đắk Nông. */
export const DISTRICTS: readonly Named[] = [
  ['660', 'Thành phố Gia Nghĩa', 'Gia Nghia City'],
  ['661', 'Huyện Đăk Glong', 'Dak Glong District'],
  ['662', 'Huyện Cư Jút', 'Cu Jut District'],
  ['663', 'Huyện Đắk Mil', 'Dak Mil District'],
  ['664', 'Huyện Krông Nô', 'Krong No District'],
  ['665', 'Huyện Đắk Song', 'Dak Song District'],
  ['666', "Huyện Đắk R'Lấp", "Dak R'Lap District"],
  ['667', 'Huyện Tuy Đức', 'Tuy Duc District'],
];

/** The communes of Đắk Nông with their district, and the commune that took each over whole. */
export const OLD_COMMUNES: readonly (readonly [...Named, district: string, successor: string])[] = [
  ['24611', 'Phường Nghĩa Đức', 'Nghia Duc Ward', '660', '24611'],
  ['24612', 'Phường Nghĩa Thành', 'Nghia Thanh Ward', '660', '24611'],
  ['24614', 'Phường Nghĩa Phú', 'Nghia Phu Ward', '660', '24615'],
  ['24615', 'Phường Nghĩa Tân', 'Nghia Tan Ward', '660', '24615'],
  ['24617', 'Phường Nghĩa Trung', 'Nghia Trung Ward', '660', '24617'],
  ['24618', "Xã Đăk R'Moan", "Dak R'Moan Commune", '660', '24615'],
  ['24619', 'Phường Quảng Thành', 'Quang Thanh Ward', '660', '24611'],
  ['24628', 'Xã Đắk Nia', 'Dak Nia Commune', '660', '24617'],
  ['24616', 'Xã Quảng Sơn', 'Quang Son Commune', '661', '24616'],
  ['24620', 'Xã Quảng Hoà', 'Quang Hoa Commune', '661', '24620'],
  ['24622', 'Xã Đắk Ha', 'Dak Ha Commune', '661', '24611'],
  ['24625', "Xã Đắk R'Măng", "Dak R'Mang Commune", '661', '24637'],
  ['24631', 'Xã Quảng Khê', 'Quang Khe Commune', '661', '24631'],
  ['24634', 'Xã Đắk Plao', 'Dak Plao Commune', '661', '24631'],
  ['24637', 'Xã Đắk Som', 'Dak Som Commune', '661', '24637'],
  ['24640', "Thị trấn Ea T'Ling", "Ea T'Ling Township", '662', '24640'],
  ['24643', 'Xã Đắk Wil', 'Dak Wil Commune', '662', '24646'],
  ['24646', 'Xã Ea Pô', 'Ea Po Commune', '662', '24646'],
  ['24649', 'Xã Nam Dong', 'Nam Dong Commune', '662', '24649'],
  ['24652', 'Xã Đắk DRông', 'Dak DRong Commune', '662', '24649'],
  ['24655', 'Xã Tâm Thắng', 'Tam Thang Commune', '662', '24640'],
  ['24658', 'Xã Cư Knia', 'Cu Knia Commune', '662', '24640'],
  ['24661', 'Xã Trúc Sơn', 'Truc Son Commune', '662', '24640'],
  ['24664', 'Thị trấn Đắk Mil', 'Dak Mil Township', '663', '24664'],
  ['24667', 'Xã Đắk Lao', 'Dak Lao Commune', '663', '24682'],
  ['24670', "Xã Đắk R'La", "Dak R'La Commune", '663', '24670'],
  ['24673', 'Xã Đắk Gằn', 'Dak Gan Commune', '663', '24670'],
  ['24676', 'Xã Đức Mạnh', 'Duc Manh Commune', '663', '24664'],
  ['24677', "Xã Đắk N'Drót", "Dak N'Drot Commune", '663', '24670'],
  ['24678', 'Xã Long Sơn', 'Long Son Commune', '663', '24678'],
  ['24679', 'Xã Đắk Sắk', 'Dak Sak Commune', '663', '24678'],
  ['24682', 'Xã Thuận An', 'Thuan An Commune', '663', '24682'],
  ['24685', 'Xã Đức Minh', 'Duc Minh Commune', '663', '24664'],
  ['24688', 'Thị trấn Đắk Mâm', 'Dak Mam Township', '664', '24688'],
  ['24691', 'Xã Đắk Sôr', 'Dak Sor Commune', '664', '24697'],
  ['24692', 'Xã Nam Xuân', 'Nam Xuan Commune', '664', '24678'],
  ['24694', 'Xã Buôn Choah', 'Buon Choah Commune', '664', '24697'],
  ['24697', 'Xã Nam Đà', 'Nam Da Commune', '664', '24697'],
  ['24699', 'Xã Tân Thành', 'Tan Thanh Commune', '664', '24688'],
  ['24700', 'Xã Đắk Drô', 'Dak Dro Commune', '664', '24688'],
  ['24703', 'Xã Nâm Nung', 'Nam Nung Commune', '664', '24703'],
  ['24706', 'Xã Đức Xuyên', 'Duc Xuyen Commune', '664', '24712'],
  ['24709', 'Xã Đắk Nang', 'Dak Nang Commune', '664', '24712'],
  ['24712', 'Xã Quảng Phú', 'Quang Phu Commune', '664', '24712'],
  ['24715', "Xã Nâm N'Đir", "Nam N'Dir Commune", '664', '24703'],
  ['24717', 'Thị trấn Đức An', 'Duc An Township', '665', '24717'],
  ['24718', 'Xã Đắk Môl', 'Dak Mol Commune', '665', '24718'],
  ['24719', 'Xã Đắk Hòa', 'Dak Hoa Commune', '665', '24718'],
  ['24721', 'Xã Nam Bình', 'Nam Binh Commune', '665', '24717'],
  ['24722', 'Xã Thuận Hà', 'Thuan Ha Commune', '665', '24722'],
  ['24724', 'Xã Thuận Hạnh', 'Thuan Hanh Commune', '665', '24722'],
  ['24727', "Xã Đắk N'Dung", "Dak N'Dung Commune", '665', '24717'],
  ['24728', "Xã Nâm N'Jang", "Nam N'Jang Commune", '665', '24730'],
  ['24730', 'Xã Trường Xuân', 'Truong Xuan Commune', '665', '24730'],
  ['24733', 'Thị trấn Kiến Đức', 'Kien Duc Township', '666', '24733'],
  ['24745', 'Xã Quảng Tín', 'Quang Tin Commune', '666', '24760'],
  ['24750', 'Xã Đắk Wer', 'Dak Wer Commune', '666', '24751'],
  ['24751', 'Xã Nhân Cơ', 'Nhan Co Commune', '666', '24751'],
  ['24754', 'Xã Kiến Thành', 'Kien Thanh Commune', '666', '24733'],
  ['24756', 'Xã Nghĩa Thắng', 'Nghia Thang Commune', '666', '24733'],
  ['24757', 'Xã Đạo Nghĩa', 'Dao Nghia Commune', '666', '24733'],
  ['24760', 'Xã Đắk Sin', 'Dak Sin Commune', '666', '24760'],
  ['24761', 'Xã Hưng Bình', 'Hung Binh Commune', '666', '24760'],
  ['24763', 'Xã Đắk Ru', 'Dak Ru Commune', '666', '24760'],
  ['24766', 'Xã Nhân Đạo', 'Nhan Dao Commune', '666', '24751'],
  ['24736', 'Xã Quảng Trực', 'Quang Truc Commune', '667', '24736'],
  ['24739', 'Xã Đắk Búk So', 'Dak Buk So Commune', '667', '24739'],
  ['24740', 'Xã Quảng Tâm', 'Quang Tam Commune', '667', '24739'],
  ['24742', "Xã Đắk R'Tíh", "Dak R'Tih Commune", '667', '24739'],
  ['24746', 'Xã Đắk Ngo', 'Dak Ngo Commune', '667', '24748'],
  ['24748', 'Xã Quảng Tân', 'Quang Tan Commune', '667', '24748'],
];

/** The communes of the new Lâm Đồng that took them over. */
export const NEW_COMMUNES: readonly Named[] = [
  ['24611', 'Phường Bắc Gia Nghĩa', 'Bac Gia Nghia Ward'],
  ['24615', 'Phường Nam Gia Nghĩa', 'Nam Gia Nghia Ward'],
  ['24616', 'Xã Quảng Sơn', 'Quang Son Commune'],
  ['24617', 'Phường Đông Gia Nghĩa', 'Dong Gia Nghia Ward'],
  ['24620', 'Xã Quảng Hoà', 'Quang Hoa Commune'],
  ['24631', 'Xã Quảng Khê', 'Quang Khe Commune'],
  ['24637', 'Xã Tà Đùng', 'Ta Dung Commune'],
  ['24640', 'Xã Cư Jút', 'Cu Jut Commune'],
  ['24646', 'Xã Đắk Wil', 'Dak Wil Commune'],
  ['24649', 'Xã Nam Dong', 'Nam Dong Commune'],
  ['24664', 'Xã Đức Lập', 'Duc Lap Commune'],
  ['24670', 'Xã Đắk Mil', 'Dak Mil Commune'],
  ['24678', 'Xã Đắk Sắk', 'Dak Sak Commune'],
  ['24682', 'Xã Thuận An', 'Thuan An Commune'],
  ['24688', 'Xã Krông Nô', 'Krong No Commune'],
  ['24697', 'Xã Nam Đà', 'Nam Da Commune'],
  ['24703', 'Xã Nâm Nung', 'Nam Nung Commune'],
  ['24712', 'Xã Quảng Phú', 'Quang Phu Commune'],
  ['24717', 'Xã Đức An', 'Duc An Commune'],
  ['24718', 'Xã Đắk Song', 'Dak Song Commune'],
  ['24722', 'Xã Thuận Hạnh', 'Thuan Hanh Commune'],
  ['24730', 'Xã Trường Xuân', 'Truong Xuan Commune'],
  ['24733', 'Xã Kiến Đức', 'Kien Duc Commune'],
  ['24736', 'Xã Quảng Trực', 'Quang Truc Commune'],
  ['24739', 'Xã Tuy Đức', 'Tuy Duc Commune'],
  ['24748', 'Xã Quảng Tân', 'Quang Tan Commune'],
  ['24751', 'Xã Nhân Cơ', 'Nhan Co Commune'],
  ['24760', 'Xã Quảng Tín', 'Quang Tin Commune'],
];
