import { addDays, type LocalDate } from '../../src/shared/dates.js';

export interface DemoRound {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  opensOn: LocalDate;
  dueOn: LocalDate;
  referenceDate: LocalDate;
  closesOn: LocalDate;
}

/** The rounds of Đắk Nông, by the calendar of Decision 4725/QD-BGDDT: due 31 May, decided by 20 June. */
export function pastRounds(): Omit<DemoRound, 'id'>[] {
  return ['2022', '2023', '2024', '2025'].map((year) => ({
    code: year,
    nameVi: `Đợt báo cáo năm ${year} (minh hoạ)`,
    nameEn: `Reporting round ${year} (illustrative)`,
    opensOn: `${year}-04-01`,
    dueOn: `${year}-05-31`,
    referenceDate: `${year}-05-31`,
    closesOn: `${year}-06-20`,
  }));
}

/** A round of the new Lâm Đồng that is open on the day the demo is loaded, and six weeks more. */
export function openRound(today: LocalDate): Omit<DemoRound, 'id'> {
  const [year, month] = today.split('-');
  return {
    code: `${year}-${month}`,
    nameVi: `Đợt báo cáo bổ sung tháng ${month}/${year} (minh hoạ)`,
    nameEn: `Additional reporting round ${year}-${month} (illustrative)`,
    opensOn: addDays(today, -30),
    dueOn: addDays(today, 14),
    referenceDate: addDays(today, -30),
    closesOn: addDays(today, 45),
  };
}
