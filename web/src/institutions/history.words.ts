import { wordsOf } from '../shared/words';

/** What may be done about an institution, by the names of the graph's mutations. */
const ACTIONS = {
  statusUpdateSave: ['Lưu câu trả lời', 'Saved answers'],
  statusUpdateSubmit: ['Nộp báo cáo', 'Handed the report in'],
  statusUpdateWithdraw: ['Rút báo cáo', 'Withdrew the report'],
  statusUpdateReopen: ['Mở lại báo cáo', 'Reopened the report'],
  statusUpdateReturn: ['Trả lại báo cáo', 'Returned the report'],
  statusUpdateApprove: ['Duyệt báo cáo', 'Approved the report'],
  statusUpdateApproveMany: [
    'Duyệt báo cáo cùng nhiều báo cáo khác',
    'Approved the report with others',
  ],
  statusUpdateCorrect: ['Đính chính báo cáo đã duyệt', 'Corrected the approved report'],
  evidenceLinkAdd: ['Thêm liên kết minh chứng', 'Added a link as evidence'],
  evidenceUploadStart: ['Bắt đầu gửi tệp minh chứng', 'Began to send a file as evidence'],
  evidenceUpload: ['Gửi tệp minh chứng', 'Sent a file as evidence'],
  evidenceRemove: ['Bỏ minh chứng', 'Removed evidence'],
} as const;

const useActionWords = wordsOf('institution-history', ACTIONS);

/** What was done, in words; what has none yet, by its name. */
export function useActionWord(): (action: string) => string {
  const words = useActionWords();
  return (action) => (action in ACTIONS ? words(action as keyof typeof ACTIONS) : action);
}
