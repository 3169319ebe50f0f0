import { wordsOf } from '../shared/words';

/** What is done, by its name in the trail: a mutation, or a command. */
const ACTIONS = {
  accountCreate: ['Thêm tài khoản', 'Added an account'],
  'first operator': ['Tài khoản người vận hành đầu tiên', 'Account of the first operator'],
  'user add': ['Thêm tài khoản (dòng lệnh)', 'Added an account (command line)'],
  'seed demo': ['Thêm tài khoản dùng thử', 'Added an account for trying out'],
  'sign-in': ['Thêm tài khoản khi đăng nhập lần đầu', 'Added an account at its first sign-in'],
  accountLock: [
    'Tạm khoá việc đăng nhập vì sai mật khẩu nhiều lần',
    'Locked sign-ins for a while after wrong passwords',
  ],
  accountDisable: ['Khoá tài khoản', 'Disabled an account'],
  accountEnable: ['Mở lại tài khoản', 'Enabled an account'],
  accountRename: ['Đổi tên tài khoản', 'Renamed an account'],
  accountNameChange: ['Đổi tên của mình', 'Changed their own name'],
  accountSessionEnd: ['Kết thúc một phiên đăng nhập của mình', 'Ended a session of their own'],
  accountImport: ['Nhập tài khoản từ tệp', 'Imported accounts'],
  accountsInvite: ['Mời nhiều người đặt mật khẩu', 'Invited the owners of several accounts'],
  accountInvite: ['Mời người dùng đặt mật khẩu', 'Invited the owner of an account'],
  invitationAccept: ['Nhận lời mời và đặt mật khẩu', 'Accepted an invitation'],
  issuerSignInFinish: [
    'Đăng nhập qua cơ quan lần đầu, hoặc liên kết tài khoản',
    'First sign-in through an issuer, or a link to it',
  ],
  secondFactorConfirm: ['Bật xác thực hai bước', 'Turned the second step of the sign-in on'],
  accountSecondFactorReset: [
    'Tắt xác thực hai bước của người khác',
    'Turned the second step of another’s sign-in off',
  ],
  recoveryCodeUse: ['Đăng nhập bằng mã dự phòng', 'Signed in with a recovery code'],
  accountUnlink: ['Gỡ liên kết đăng nhập qua cơ quan', 'Unlinked an account from an issuer'],
  accountPasswordRequest: ['Xin đặt lại mật khẩu qua thư', 'Asked for a new password by mail'],
  accountPasswordRenew: ['Đặt mật khẩu mới bằng mã', 'Set a new password with a code'],
  accountPasswordChange: ['Đổi mật khẩu', 'Changed a password'],
  accountPasswordReset: ['Đặt lại mật khẩu', 'Reset a password'],
  grantAdd: ['Giao vai trò', 'Gave a duty'],
  grantEnd: ['Kết thúc vai trò', 'Ended a duty'],
  apiKeyCreate: ['Tạo khoá truy cập', 'Made an API key'],
  'key create': ['Tạo khoá truy cập (dòng lệnh)', 'Made an API key (command line)'],
  apiKeyRotate: ['Đổi khoá bí mật', 'Renewed the secret of an API key'],
  apiKeyRevoke: ['Thu hồi khoá truy cập', 'Revoked an API key'],
  'key revoke': ['Thu hồi khoá truy cập (dòng lệnh)', 'Revoked an API key (command line)'],
  mailPreferencesSet: ['Chọn thư muốn nhận', 'Chose which mails to get'],
  mailUnsubscribe: [
    'Ngừng nhận thư nhắc qua liên kết trong thư',
    'Ended reminders by the link in a mail',
  ],
  mailReminderSend: ['Gửi thư nhắc nộp báo cáo', 'Sent reminders of a round'],
  mailResend: ['Gửi lại thư', 'Sent a mail again'],
  webhookCreate: ['Thêm webhook', 'Added a webhook'],
  webhookUpdate: ['Sửa webhook', 'Changed a webhook'],
  webhookDisable: ['Tắt webhook', 'Disabled a webhook'],
  webhookReplay: ['Gửi lại qua webhook', 'Sent again through a webhook'],
  reportingRoundAmend: ['Sửa đợt báo cáo', 'Mended a round'],
  reportingRoundWithdraw: ['Thu hồi đợt báo cáo', 'Withdrew a round'],
  participationExtend: ['Cho cơ sở thêm ngày', 'Gave an institution a later day'],
  participationReopen: ['Mở lại đợt cho cơ sở', 'Reopened a round for an institution'],
  participationExcuse: ['Miễn báo cáo cho cơ sở', 'Excused an institution'],
  participationExceptionTakeBack: ['Bỏ ngoại lệ của cơ sở', 'Took an exception back'],
  reportingRoundCreate: ['Tạo đợt báo cáo', 'Called a round'],
  reportingRoundOpen: ['Mở đợt báo cáo', 'Opened a round'],
  reportingRoundExtend: ['Gia hạn đợt báo cáo', 'Extended a round'],
  reportingRoundClose: ['Đóng đợt báo cáo', 'Closed a round'],
  frameworkImport: ['Lưu bản thảo bộ tiêu chí', 'Stored a draft of criteria'],
  frameworkPublish: ['Công bố bộ tiêu chí', 'Published a set of criteria'],
  frameworkRetire: ['Ngừng áp dụng bộ tiêu chí', 'Retired a set of criteria'],
  frameworkDraftDiscard: ['Bỏ bản thảo bộ tiêu chí', 'Discarded a draft of criteria'],
  'import framework': [
    'Nhập bộ tiêu chí từ tệp (dòng lệnh)',
    'Imported a set of criteria (command line)',
  ],
  institutionCreate: ['Thêm cơ sở giáo dục', 'Added an institution'],
  institutionChange: ['Sửa hồ sơ cơ sở giáo dục', 'Changed the record of an institution'],
  institutionClose: ['Đóng cơ sở giáo dục', 'Closed an institution'],
  institutionReopen: ['Mở lại cơ sở giáo dục', 'Took the closing of an institution back'],
  institutionCodeAdd: ['Thêm mã cho cơ sở giáo dục', 'Gave an institution a code'],
  campusAdd: ['Thêm phân hiệu, điểm trường', 'Added a campus'],
  campusChange: ['Sửa phân hiệu, điểm trường', 'Changed a campus'],
  institutionContactSet: ['Ghi liên hệ của văn phòng cơ sở', 'Recorded the contact of an office'],
  institutionSuccessionRecord: [
    'Ghi kế thừa giữa hai cơ sở giáo dục',
    'Recorded that an institution took over from another',
  ],
  planCreate: ['Thêm kế hoạch', 'Added a plan'],
  planUpdate: ['Sửa kế hoạch', 'Changed a plan'],
  targetSet: ['Đặt chỉ tiêu', 'Set a target'],
  targetRemove: ['Bỏ chỉ tiêu', 'Removed a target'],
  statusUpdateImport: ['Lưu câu trả lời từ phiếu Excel', 'Saved answers from a form in Excel'],
  statusUpdateSave: ['Lưu câu trả lời', 'Saved answers'],
  statusUpdateSubmit: ['Nộp báo cáo', 'Handed the report in'],
  statusUpdateWithdraw: ['Rút báo cáo', 'Withdrew the report'],
  statusUpdateReopen: ['Mở lại báo cáo', 'Reopened the report'],
  statusUpdateApprove: ['Duyệt báo cáo', 'Approved the report'],
  statusUpdateApproveMany: [
    'Duyệt báo cáo cùng nhiều báo cáo khác',
    'Approved the report with others',
  ],
  statusUpdateClaim: ['Nhận duyệt báo cáo', 'Claimed the review of the report'],
  statusUpdateHandOver: ['Chuyển người duyệt báo cáo', 'Handed the review of the report over'],
  statusUpdateRelease: ['Thôi duyệt báo cáo', 'Put the review of the report back'],
  statusUpdateReturn: ['Trả lại báo cáo', 'Returned the report'],
  statusUpdateTakeBack: ['Huỷ việc duyệt báo cáo', 'Took the approval back'],
  statusUpdateCorrect: ['Đính chính báo cáo đã duyệt', 'Corrected the approved report'],
  evidenceUploadStart: ['Bắt đầu gửi tệp minh chứng', 'Began to send a file as evidence'],
  evidenceUpload: ['Gửi tệp minh chứng', 'Sent a file as evidence'],
  evidenceLinkAdd: ['Thêm liên kết minh chứng', 'Added a link as evidence'],
  evidenceRemove: ['Bỏ minh chứng', 'Removed evidence'],
  'evidence clean': ['Xoá tệp không còn được dùng', 'Removed files that nothing names'],
  'evidence withhold': [
    'Cách ly tệp minh chứng có mã độc',
    'Withheld a file of evidence with a virus',
  ],
  'evidence release': ['Trả lại tệp đã bị cách ly', 'Released a file that was withheld'],
  'evidence adopt store': ['Nhận kho minh chứng', 'Took over the store of evidence'],
  workforceRecordCreate: ['Ghi số đếm', 'Recorded a count'],
  workforceRecordUpdate: ['Sửa số đếm', 'Changed a count'],
  workforceRecordRemove: ['Bỏ số đếm', 'Removed a count'],
  workforceImport: ['Nhập số đếm từ tệp', 'Imported counts'],
  'import workforce': ['Nhập số đếm từ tệp (dòng lệnh)', 'Imported counts (command line)'],
  'import units': ['Nhập đơn vị từ tệp (dòng lệnh)', 'Imported units (command line)'],
  'import successions': ['Nhập kế thừa từ tệp (dòng lệnh)', 'Imported successions (command line)'],
  'import institutions': ['Nhập cơ sở từ tệp (dòng lệnh)', 'Imported institutions (command line)'],
  'import institution-successions': [
    'Nhập kế thừa của cơ sở từ tệp (dòng lệnh)',
    'Imported successions of institutions (command line)',
  ],
  'import campuses': [
    'Nhập phân hiệu, điểm trường từ tệp (dòng lệnh)',
    'Imported further sites (command line)',
  ],
  'import boundaries': [
    'Nhập hình đơn vị trên bản đồ (dòng lệnh)',
    'Imported shapes of units for the map (command line)',
  ],
  'import plan': ['Nhập kế hoạch từ tệp (dòng lệnh)', 'Imported a plan (command line)'],
  'import published-index': [
    'Nhập kết quả đã công bố (dòng lệnh)',
    'Imported published results (command line)',
  ],
  'import index-edition': [
    'Nhập phiên bản chỉ số (dòng lệnh)',
    'Imported an edition of the index (command line)',
  ],
  importJobStart: ['Đưa tệp vào để nhập', 'Brought in a file'],
  importJobAnswer: ['Trả lời câu hỏi về tệp nhập', 'Answered questions about a file'],
  importJobSave: ['Lưu tệp đã đưa vào', 'Saved a file'],
  importJobDiscard: ['Bỏ tệp đã đưa vào', 'Discarded a file'],
  importJobUndo: ['Yêu cầu hoàn tác một lần nhập', 'Asked to undo an import'],
  importUndo: ['Hoàn tác một lần nhập', 'Undid an import'],
  restore: ['Khôi phục từ bản sao lưu', 'Restored from a backup'],
  'rollup rebuild': [
    'Tính lại số liệu tổng hợp (dòng lệnh)',
    'Computed the summed figures again (command line)',
  ],
  'import undo': ['Hoàn tác một lần nhập (dòng lệnh)', 'Undid an import (command line)'],
} as const;

const SUBJECTS = {
  Account: ['Tài khoản', 'Account'],
  AdministrativeUnit: ['Đơn vị hành chính', 'Administrative unit'],
  ApiKey: ['Khoá truy cập', 'API key'],
  Campus: ['Phân hiệu, điểm trường', 'Further site'],
  EvidenceFile: ['Tệp minh chứng', 'File of evidence'],
  EvidenceStore: ['Kho minh chứng', 'Store of evidence'],
  Framework: ['Bộ tiêu chí', 'Set of criteria'],
  FrameworkDraft: ['Bản thảo bộ tiêu chí', 'Draft of criteria'],
  ImportJob: ['Tệp đưa vào', 'File brought in'],
  IndexEdition: ['Phiên bản chỉ số', 'Edition of the index'],
  Institution: ['Cơ sở', 'Institution'],
  InstitutionContact: ['Liên hệ của cơ sở', 'Contact of an institution'],
  InstitutionSuccession: ['Kế thừa của cơ sở', 'Succession of an institution'],
  MailMessage: ['Thư', 'Mail'],
  Plan: ['Kế hoạch', 'Plan'],
  Publication: ['Lần công bố', 'Publication'],
  PublishedIndex: ['Kết quả đã công bố', 'Published result'],
  ReportingRound: ['Đợt báo cáo', 'Round'],
  StatusUpdate: ['Báo cáo', 'Report'],
  UnitBoundary: ['Hình trên bản đồ', 'Shape on the map'],
  UnitSuccession: ['Kế thừa', 'Succession'],
  Webhook: ['Webhook', 'Webhook'],
  WorkforceRecord: ['Số đếm', 'Count'],
} as const;

/** Who changed something without signing in, by the name that the trail has for it. */
const ORIGINS = {
  'command line': ['Dòng lệnh', 'The command line'],
  hub: ['Hệ thống', 'The hub'],
  'sign-in': ['Việc đăng nhập', 'A sign-in'],
} as const;

const useSentenceWords = wordsOf('trail-sentences', {
  did: ['{{who}} đã {{did}}', '{{who}} {{did}}'],
  changed: ['{{who}} đã thay đổi: {{subject}}', '{{who}} made a change: {{subject}}'],
  'other-action': ['Việc khác', 'Something else'],
  'other-subject': ['Đối tượng khác', 'Something else'],
  ...ORIGINS,
});

const useActionWords = wordsOf('trail-actions', ACTIONS);
const useSubjectWords = wordsOf('trail-subjects', SUBJECTS);

export const ACTION_NAMES = Object.keys(ACTIONS);

/** An entry of the trail. */
interface Entry {
  accountName: string;
  action: string;
  subjectType: string;
}

/** Whether a name of the trail is one of those that the console knows. */
const isOf = <Names extends object>(names: Names, name: string): name is string & keyof Names =>
  Object.hasOwn(names, name);

/** Says in sentences what the trail names; also what was named after the console was made. */
export function useTrailNames() {
  const actions = useActionWords();
  const subjects = useSubjectWords();
  const words = useSentenceWords();
  const action = (name: string) => (isOf(ACTIONS, name) ? actions(name) : words('other-action'));
  return {
    action,
    sentence({ accountName, action: name, subjectType }: Entry): string {
      const who = isOf(ORIGINS, accountName) ? words(accountName) : accountName;
      if (isOf(ACTIONS, name)) return words('did', { who, did: inSentence(action(name)) });
      const subject = isOf(SUBJECTS, subjectType) ? subjects(subjectType) : words('other-subject');
      return words('changed', { who, subject: inSentence(subject) });
    },
  };
}

const inSentence = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
