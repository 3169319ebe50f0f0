import type { Text } from '../shared/text.js';

interface SubjectTexts {
  title: Text;
  description: Text;
  keywords: { vi: string[]; en: string[] };
}

/** What the files of each name before the ending are, for a catalog. */
export const SUBJECT_TEXTS: Partial<Record<string, SubjectTexts>> = {
  progress: {
    title: {
      vi: 'Tiến độ chuyển đổi số theo đơn vị hành chính',
      en: 'Progress in digital transformation by administrative unit',
    },
    description: {
      vi: 'Số cơ sở giáo dục hoàn thành từng trụ cột, trên số cơ sở phải hoàn thành, đã báo cáo và chưa báo cáo, so với chỉ tiêu, của từng tỉnh, huyện và xã; mặc nhiên của ngày hôm nay, và của bất kỳ ngày nào với asOf.',
      en: 'How many institutions have completed each pillar, out of how many, how many have reported, and how far it is to the targets, of each province, district and commune; of today, and with asOf of any date.',
    },
    keywords: {
      vi: ['chuyển đổi số', 'giáo dục', 'tiến độ', 'chỉ tiêu'],
      en: ['digital transformation', 'education', 'progress', 'targets'],
    },
  },
  institutions: {
    title: {
      vi: 'Cơ sở giáo dục và mức độ chuyển đổi số',
      en: 'Educational institutions and their stages of digital transformation',
    },
    description: {
      vi: 'Các cơ sở giáo dục đang hoạt động với mã, loại hình, địa bàn, và mức độ đã được duyệt trong từng trụ cột.',
      en: 'The institutions in operation with code, kind and place, and the approved stage of each in every pillar.',
    },
    keywords: {
      vi: ['cơ sở giáo dục', 'trường học', 'chuyển đổi số'],
      en: ['institutions', 'schools', 'digital transformation'],
    },
  },
  register: {
    title: {
      vi: 'Sổ đăng ký cơ sở giáo dục',
      en: 'The register of educational institutions',
    },
    description: {
      vi: 'Mã, tên, loại hình, cấp học, địa bàn và ngày hoạt động của từng cơ sở giáo dục, với các cột của tệp nhập: nhập lại tệp này không thay đổi gì.',
      en: 'Codes, name, kind, levels, place and days of each institution, in the columns of a file that is imported: importing it again changes nothing.',
    },
    keywords: { vi: ['cơ sở giáo dục', 'sổ đăng ký'], en: ['institutions', 'register'] },
  },
  campuses: {
    title: { vi: 'Phân hiệu, điểm trường', en: 'Further sites of institutions' },
    description: {
      vi: 'Mã, tên và xã của từng phân hiệu, điểm trường, với các cột của tệp nhập.',
      en: 'Code, name and commune of each further site, in the columns of a file that is imported.',
    },
    keywords: { vi: ['phân hiệu', 'điểm trường'], en: ['campuses', 'sites'] },
  },
  levels: {
    title: {
      vi: 'Mức độ của cơ sở giáo dục theo bộ tiêu chí',
      en: 'Levels of institutions under sets of criteria',
    },
    description: {
      vi: 'Điểm và mức độ đã được duyệt của từng cơ sở giáo dục trong từng nhóm tiêu chí, và phần còn thiếu để lên mức tiếp theo.',
      en: 'The approved points and level of each institution in every section of a set of criteria, and what is missing to the next level.',
    },
    keywords: { vi: ['mức độ', 'bộ tiêu chí'], en: ['levels', 'criteria'] },
  },
};

export const UNKNOWN_PUBLISHER: Text = {
  vi: 'Chưa rõ: người vận hành hệ thống chưa nêu',
  en: 'Unknown: the operator of the hub has not said',
};

export const UNKNOWN_LICENCE: Text = {
  vi: 'Chưa rõ giấy phép: người vận hành hệ thống chưa nêu; hãy hỏi trước khi dùng lại.',
  en: 'No licence is known: the operator of the hub has not said; ask before you use it again.',
};
