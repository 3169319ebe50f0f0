/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A new account that signs in with a password. With neither a password nor an e-mail, or on a hub that sends no mail, the answer has a code for a letter. */
export type AccountCreateInput = {
  /** The e-mail to sign in with, unique among accounts. Case is ignored. Left out for people who have none; then signInName is needed. */
  email?: string | null | undefined;
  /** The first grants, at most 100; left out means none. */
  grants?: Array<GrantInput>;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The name of the person, at most 200 characters. */
  name: string;
  /** The password for the first sign-in, 12 to 128 characters. The person has to change it before anything else. Left out, the person is invited to set the first one. */
  password?: string | null | undefined;
  /** The name to sign in with for people without an e-mail, such as the code of their institution: 3 to 60 letters, digits, dots, hyphens and underscores, unique among accounts. Case is ignored. Refused beside an e-mail. */
  signInName?: string | null | undefined;
};

/** The account to disable. */
export type AccountDisableInput = {
  /** The id of the account. */
  account: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
};

/** The account to enable again. */
export type AccountEnableInput = {
  /** The id of the account. */
  account: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
};

/** Conditions for a list of accounts. A condition that is left out does not limit the list. */
export type AccountFilter = {
  /** True: only disabled accounts. False: only accounts that are not disabled. */
  disabled?: boolean | null | undefined;
  /** Only accounts that have this role today. */
  role?: Role | null | undefined;
  /** Only accounts whose name or e-mail contains this text. Diacritics and case are ignored. */
  search?: string | null | undefined;
  /** Only accounts in this state. */
  state?: AccountState | null | undefined;
};

/** A file of accounts to import. */
export type AccountImportInput = {
  /** The text of a CSV file, or an XLSX workbook in Base64, with at most 1000 rows, within the size limit of a request (docs/limits.md). accountImportTemplate lists the columns. */
  content: string;
  /** True: the answer shows what would change, and nothing is written. False: the file is imported. */
  dryRun?: boolean;
  /** The name of the file: one that ends in .xlsx is a workbook. Null when there is none. */
  fileName?: string | null | undefined;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** How the owners of the accounts that the file makes are invited. */
  invite?: AccountInvitationWay;
};

/** The effect of a row of a file of accounts. */
export type AccountImportOutcome =
  /** The row makes an account, or a further role of an account that the file makes. */
  | 'CREATED'
  /** The account has this name and this role already. */
  | 'UNCHANGED'
  /** The row changes the name of an account, or gives it a role. */
  | 'UPDATED';

/** How the owners of new accounts are invited to set their first passwords. */
export type AccountInvitationWay =
  /** By letters: the answer has a code for each account. */
  | 'LETTER'
  /** By mail, if the account has an e-mail and the hub sends mail; for others the answer has a code for a letter. */
  | 'MAIL'
  /** Nobody is invited yet. */
  | 'NONE';

/** The account whose owner is invited. */
export type AccountInviteInput = {
  /** The id of the account. */
  account: string;
  /** True: the invitation goes by mail if the account has an e-mail and the hub sends mail. False: the answer has its code, to be handed over otherwise. */
  byMail?: boolean;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
};

/** The new name of the viewer’s account. */
export type AccountNameChangeInput = {
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The name to be shown by, at most 200 characters. */
  name: string;
};

/** The code from the mail about a forgotten password, and a new password. */
export type AccountPasswordRenewInput = {
  /** The one-time code: 20 digits and letters. Case, blanks and hyphens are ignored; O counts as 0, I and L as 1. */
  code: string;
  /** The password to set, 12 to 128 characters. */
  password: string;
  /** The six digits of the authenticator app, or a recovery code, for accounts with a second factor. Left out at first: such an account refuses with SECOND_FACTOR_NEEDED, and the mailed code stays good. */
  secondFactor?: string | null | undefined;
};

/** The e-mail of somebody who forgot their password. */
export type AccountPasswordRequestInput = {
  /** The e-mail of the account. Case is ignored. */
  email: string;
};

/** The account and its new password. */
export type AccountPasswordResetInput = {
  /** The id of the account. */
  account: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The new password, 12 to 128 characters. The person has to change it before anything else. */
  password: string;
};

/** The account and its new name. */
export type AccountRenameInput = {
  /** The id of the account. */
  account: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The name to be shown by, at most 200 characters. */
  name: string;
};

/** The account whose second factor ends. */
export type AccountSecondFactorResetInput = {
  /** The id of the account. */
  account: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
};

/** The session that ends. */
export type AccountSessionEndInput = {
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** Its id, from Viewer.sessions. */
  session: string;
};

/** Whether an account can sign in. */
export type AccountState =
  /** It can sign in. */
  | 'ACTIVE'
  /** It was disabled, so that it cannot sign in. */
  | 'DISABLED'
  /** Its owner has not set the first password yet. */
  | 'INVITED';

/** The account, and the issuer through which it shall not sign in any more. */
export type AccountUnlinkInput = {
  /** The id of the account. */
  account: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The address of the issuer. */
  issuer: string;
};

/** The accounts whose owners are invited. */
export type AccountsInviteInput = {
  /** The ids of the accounts, at most 1000. */
  accounts: Array<string>;
  /** True: an invitation goes by mail if the account has an e-mail and the hub sends mail. False: the answer has the codes, to be handed over otherwise. */
  byMail?: boolean;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
};

/** The difference of an answer from the answer in the previous revision that was returned or approved. Value, total, comment and evidence are compared. */
export type AnswerChange =
  /** At least one of these differs. */
  | 'CHANGED'
  /** All of these are the same. */
  | 'UNCHANGED';

/** The form of an answer to a question. */
export type AnswerKind =
  /** One of named options, each with its share of the points or with none. */
  | 'CHOICE'
  /** A whole number with a unit. The points are by bands. */
  | 'COUNT'
  /** One of named levels, each with its share of the points. */
  | 'LEVEL'
  /** A counted part of a counted total. The points are in proportion to the share, or by bands of it. */
  | 'SHARE'
  /** A text. It earns no points. */
  | 'TEXT'
  /** Yes or no. Yes earns all points, no earns none. */
  | 'YES_NO';

/** A new API key. */
export type ApiKeyCreateInput = {
  /** When the key expires, after now and within 1826 days (five years); left out means 365 days from now. */
  expiresAt?: string | null | undefined;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The owner and the purpose of the key, at most 200 characters. It need not be unique. */
  name: string;
  /** The scopes of the key; at least one. */
  scopes: Array<ApiKeyScope>;
};

/** An API key to revoke. */
export type ApiKeyRevokeInput = {
  /** The id of the key. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
};

/** An API key to give a new secret. */
export type ApiKeyRotateInput = {
  /** The new expiry of the key, after now and within 1826 days (five years); left out, the expiry stays. Required for a key that has expired. */
  expiresAt?: string | null | undefined;
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** How many hours the present secrets stay valid: from 0, which ends them at once, to 720. They never outlive the present expiry of the key. */
  overlapHours?: number;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A use that a key is allowed where not everybody may read. What everybody may read, every key may read too. No scope allows a change, or reading data that is not public. */
export type ApiKeyScope =
  /** Download published data as files. */
  | 'READ_EXPORTS'
  /** Query the graph. The answers hold public data only. */
  | 'READ_PUBLIC';

/** Conditions for a list of audit entries. A condition that is left out does not limit the list. */
export type AuditEventFilter = {
  /** Only changes made by the account with this id. For operators only; for others the list is empty. */
  account?: string | null | undefined;
  /** Only this mutation or command. */
  action?: string | null | undefined;
  /** Only entries at this moment or later. */
  from?: string | null | undefined;
  /** Only entries that concern the institution with this id. */
  institution?: string | null | undefined;
  /** Only changes of the object with this id. */
  subject?: string | null | undefined;
  /** Only entries before this moment. */
  to?: string | null | undefined;
  /** Only entries of the unit with this id or of a unit under it, by the borders of that time. */
  unit?: string | null | undefined;
};

/** The borders by which figures are counted. */
export type BoundaryBasis =
  /** The unit in its own period. A date outside it gives the error OUTSIDE_UNIT_SPAN. */
  | 'AS_REPORTED'
  /** The unit with all predecessors that it took over WHOLE, so that figures of earlier dates are restated on its borders. Predecessors taken over in part cannot be restated; they give the warning PART_SUCCESSION. */
  | 'CURRENT_UNITS';

/** A figure by which a breakdown is sorted: that of `ProgressLine` with the same name, or one of the standing against a target. */
export type BreakdownFigure =
  /** `carriedForward`. */
  | 'CARRIED_FORWARD'
  /** `completed`. */
  | 'COMPLETED'
  /** `coveragePercent`, from 0 to 100; null without institutions. */
  | 'COVERAGE_PERCENT'
  /** Percentage points to the target; negative beyond it, null without a report. */
  | 'GAP_POINTS'
  /** `institutions`. */
  | 'INSTITUTIONS'
  /** Institutions that lack to the target. */
  | 'INSTITUTIONS_TO_GO'
  /** `inReview`. */
  | 'IN_REVIEW'
  /** `notApplicable`. */
  | 'NOT_APPLICABLE'
  /** `notReported`. */
  | 'NOT_REPORTED'
  /** Percentage points a year so far; null without a trend. */
  | 'PACE_PER_YEAR'
  /** `percent`, from 0 to 100; null without institutions. */
  | 'PERCENT'
  /** `percentOfReported`, from 0 to 100; null when none has reported. */
  | 'PERCENT_OF_REPORTED'
  /** `reported`. */
  | 'REPORTED'
  /** `upperPercent`, from 0 to 100; null without institutions. */
  | 'UPPER_PERCENT';

/** The order of a breakdown. */
export type BreakdownOrderInput = {
  /** The direction. Rows without the figure are last in both. */
  direction?: OrderDirection;
  /** The figure. */
  figure: BreakdownFigure;
};

/** A new campus of an institution. */
export type CampusAddInput = {
  /** The code of the campus. */
  code: string;
  /** Its first day; left out or null means since before our records. */
  from?: string | null | undefined;
  /** The id of the institution. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The Vietnamese name. */
  name: string;
  /** True: everything is checked and the answer says what would change, but nothing is recorded. False: the change is made. */
  preview?: boolean;
  /** The decision or other reason, for the audit trail; at most 2000 characters. */
  reason: string;
  /** The system that gives the code; left out or null means that of the institution’s code. */
  system?: string | null | undefined;
  /** The commune in which it lies. */
  unit: string;
  /** The version that you read. If the record has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** What changes of a campus. What is left out stays as it is. */
export type CampusChangeInput = {
  /** Its code, by which it is known. */
  code: string;
  /** Its first day. Left out or null, it stays. */
  from?: string | null | undefined;
  /** The id of the institution. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** Its last day, which closes it. Left out, it stays; null: it exists still. */
  lastDay?: string | null | undefined;
  /** The Vietnamese name. Left out or null, it stays. */
  name?: string | null | undefined;
  /** True: everything is checked and the answer says what would change, but nothing is recorded. False: the change is made. */
  preview?: boolean;
  /** The decision or other reason, for the audit trail; at most 2000 characters. */
  reason: string;
  /** The system of its code. */
  system: string;
  /** The commune in which it lies, corrected for all its days. Left out or null, it stays. */
  unit?: string | null | undefined;
  /** The version that you read. If the record has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The kinds of mails that an account can do without; a mail that somebody needs to sign in is always sent. See MailKind. */
export type ChosenMailKind =
  /** A report was approved. */
  | 'APPROVED'
  /** An approved report was corrected. */
  | 'CORRECTED'
  /** A report is due tomorrow. */
  | 'DUE_IN_1_DAY'
  /** A report is due in 3 days. */
  | 'DUE_IN_3_DAYS'
  /** A report is due in 14 days. */
  | 'DUE_IN_14_DAYS'
  /** A report is overdue. */
  | 'OVERDUE'
  /** A planner or an operator reminds of a report. */
  | 'REMINDER'
  /** A report was returned. */
  | 'RETURNED'
  /** A round has opened. */
  | 'ROUND_OPENED'
  /** How the rounds stand, each week. */
  | 'WEEKLY_DIGEST';

/** The decision that ended a revision. */
export type Decision =
  /** A reviewer approved the revision, with or without changed values. */
  | 'APPROVED'
  /** A reviewer returned the revision with reasons. */
  | 'RETURNED'
  /** The institution withdrew the revision. */
  | 'WITHDRAWN';

/** Why a question does not apply. */
export type DoesNotApplyInput = {
  /** The reason. At most 2000 characters. */
  reason: string;
};

/** A level of education. One institution can teach several levels. */
export type EducationLevel =
  /** Cao đẳng. */
  | 'COLLEGE'
  /** Giáo dục thường xuyên. */
  | 'CONTINUING'
  /** Trung học cơ sở. */
  | 'LOWER_SECONDARY'
  /** Mầm non: nhà trẻ, mẫu giáo. */
  | 'PRESCHOOL'
  /** Tiểu học. */
  | 'PRIMARY'
  /** Đại học. */
  | 'UNIVERSITY'
  /** Trung học phổ thông. */
  | 'UPPER_SECONDARY'
  /** Sơ cấp, trung cấp. */
  | 'VOCATIONAL';

/** What a file of evidence holds that its reader should know of before opening it. Nothing is proven by it: forms and signed documents have such things as well. */
export type EvidenceFinding =
  /** Another file inside, which was not looked into, such as an attachment of a PDF. */
  | 'EMBEDDED_FILE'
  /** A PDF that can start a program or open another file. */
  | 'LAUNCH'
  /** A part that the hub could not look into, because it is encrypted or packed in an unusual way. */
  | 'NOT_READABLE'
  /** Taken before such files were refused: macros, an archive inside, or too large when it is shown or unpacked. */
  | 'REFUSED_TODAY'
  /** A PDF with a script, which runs in programs that allow it. */
  | 'SCRIPT';

/** A link to add as evidence for an answer. */
export type EvidenceLinkAddInput = {
  /** The code of the criterion, where only one framework of the round has it; otherwise name the question. */
  criterion?: string | null | undefined;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** A name for people to read, 1 to 200 characters. */
  name: string;
  /** The code of the question whose answer the evidence supports; it or `criterion` is required. */
  question?: string | null | undefined;
  /** The id of the status update, which must have a draft. */
  statusUpdate: string;
  /** An http or https address of at most 2000 characters, without user name and password. */
  url: string;
};

/** Evidence to remove from a draft. */
export type EvidenceRemoveInput = {
  /** The id of the evidence, which must be in a draft. */
  evidence: string;
};

/** A file to upload as evidence for an answer. */
export type EvidenceUploadStartInput = {
  /** The code of the criterion, where only one framework of the round has it; otherwise name the question. */
  criterion?: string | null | undefined;
  /** The name of the file without a path, 1 to 200 characters. It must end in one of pdf, png, jpg, jpeg, docx, xlsx, odt, and the content must be of that type. */
  fileName: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The code of the question whose answer the evidence supports; it or `criterion` is required. */
  question?: string | null | undefined;
  /** The id of the status update, which must have a draft. */
  statusUpdate: string;
};

/** What differs for one institution in a round. */
export type ExceptionKind =
  /** It need not answer: it is not overdue. It may still answer while the round is open, and all figures count it as before. */
  | 'EXCUSED'
  /** It has a later due date or last day than the round. */
  | 'EXTENDED'
  /** It may answer again after the round has closed for it. */
  | 'REOPENED';

/** In what a version of a framework differs from the one before. */
export type FrameworkChangeKind =
  /** A criterion that the version before does not have. */
  | 'ADDED'
  /** The form of the answer is another one. */
  | 'ANSWER_CHANGED'
  /** A criterion that only the version before has. */
  | 'DROPPED'
  /** An indicator is decided that was not, no longer, or by another requirement. */
  | 'INDICATORS_CHANGED'
  /** Other kinds of institution are asked. */
  | 'KINDS_CHANGED'
  /** The name, maximum or levels of a section are others; without a code, how the level of the whole is found. */
  | 'LEVELS_CHANGED'
  /** Answers earn other points. */
  | 'POINTS_CHANGED'
  /** The text of the question, or how to answer it, is another one. */
  | 'REWORDED'
  /** The section is another one, or whether it is a condition, needs evidence, has to be answered, or may not apply. */
  | 'RULES_CHANGED';

/** A draft to discard. */
export type FrameworkDraftDiscardInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The file of a framework to import. */
export type FrameworkImportInput = {
  /** The text of the JSON file, or an XLSX workbook in Base64, within the size limit of a request (docs/limits.md). docs/frameworks.md explains both. */
  content: string;
  /** True: the answer shows what would be stored, and nothing is written. False: the draft is stored. */
  dryRun?: boolean;
  /** The name of the file: one that ends in .xlsx is a workbook, any other JSON. */
  fileName?: string | null | undefined;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
};

/** What the import of a framework does. */
export type FrameworkImportOutcome =
  /** A draft is stored. */
  | 'CREATED'
  /** The draft of this version is replaced. */
  | 'REPLACED'
  /** The draft, or the published version, says the same already. */
  | 'UNCHANGED';

/** A draft to publish. */
export type FrameworkPublishInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A framework to retire. */
export type FrameworkRetireInput = {
  /** The id of the framework. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The last day on which it is in force, from today on, and not after the last day that it has. */
  lastDay: string;
};

/** What has become of a published version of a framework. */
export type FrameworkState =
  /** Its last day is over. */
  | 'ENDED'
  /** It is in force. */
  | 'IN_FORCE'
  /** A later version is in force in its place. */
  | 'REPLACED'
  /** Its first day is still to come. */
  | 'TO_COME';

/** A role to grant to an account. */
export type GrantAddInput = {
  /** The id of the account. */
  account: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The institution. Required for school administrators; refused for other roles. */
  institution?: string | null | undefined;
  /** The kinds of institution that a reviewer is responsible for; left out means all kinds. Refused for other roles. */
  kinds?: Array<InstitutionKind> | null | undefined;
  /** The role. */
  role: Role;
  /** The unit. Required for planners and reviewers; refused for other roles. */
  unit?: string | null | undefined;
  /** The first day on which the role holds; left out means from the beginning. */
  validFrom?: string | null | undefined;
  /** The last day on which the role holds; left out means without end. */
  validTo?: string | null | undefined;
};

/** A grant to end. */
export type GrantEndInput = {
  /** The id of the grant. */
  grant: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The last day of the grant, from yesterday to its present last day. Left out means yesterday, so that the grant ends now. */
  lastDay?: string | null | undefined;
};

/** A role to grant, with its scope and dates. */
export type GrantInput = {
  /** The institution. Required for school administrators; refused for other roles. */
  institution?: string | null | undefined;
  /** The kinds of institution that a reviewer is responsible for; left out means all kinds. Refused for other roles. */
  kinds?: Array<InstitutionKind> | null | undefined;
  /** The role. */
  role: Role;
  /** The unit. Required for planners and reviewers; refused for other roles. */
  unit?: string | null | undefined;
  /** The first day on which the role holds; left out means from the beginning. */
  validFrom?: string | null | undefined;
  /** The last day on which the role holds; left out means without end. */
  validTo?: string | null | undefined;
};

/** What waits in a hub. */
export type HubQueueName =
  /** Files that were brought in and are checked or saved. */
  | 'IMPORT_JOBS'
  /** Mails. */
  | 'MAILS'
  /** Changes of published data that wait for their turn in this hub. */
  | 'PUBLICATIONS'
  /** Webhooks that have not got everything that was published. */
  | 'WEBHOOKS';

/** An answer to what is asked about a row. */
export type ImportAnswer =
  /** The row is left out. It fits a row that is wrong, too. */
  | 'LEAVE_OUT'
  /** It is the institution that it looks like: the row is read with that code, or with that code beside its own. */
  | 'SAME'
  /** It is as the row says: another school, a reopening, a border crossed. */
  | 'TAKE';

/** Answers to what is asked about the rows of a file. */
export type ImportJobAnswerInput = {
  /** True: all that was answered before is forgotten. */
  afresh?: boolean;
  /** The answers to single rows, at most 250. Empty: the file is only checked again. */
  answers?: Array<ImportRowAnswer>;
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The answer to all other questions that are open; null leaves them open. SAME answers those that name what they look like. */
  others?: ImportAnswer | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A file to discard. */
export type ImportJobDiscardInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** What is told of a row of a file. */
export type ImportJobRowKind =
  /** The row creates something. */
  | 'CREATED'
  /** Its author should know it; the file can be saved all the same. */
  | 'FINDING'
  /** It is wrong and keeps the file from being saved. */
  | 'PROBLEM'
  /** It may be right; its author has to say so. */
  | 'QUESTION'
  /** The row changes what is recorded. */
  | 'UPDATED';

/** A file to save. */
export type ImportJobSaveInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A file to bring in. */
export type ImportJobStartInput = {
  /** The text of the file, or a workbook in Base64, within the size limit of a request (docs/limits.md). Left out or null, the answer gives an address to which the file is sent. */
  content?: string | null | undefined;
  /** The name of the file, at most 200 characters; one that ends in .xlsx is a workbook. */
  fileName: string;
  /** For institutions: the day of what differs in rows without a day of their own. Null: such rows are corrections. */
  from?: string | null | undefined;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** What the file describes. */
  kind: ImportKind;
};

/** How far a file, or the undoing of an import, has come. */
export type ImportJobState =
  /** It was looked at; it waits for answers, for saving or for discarding. */
  | 'CHECKED'
  /** The hub looks at it, or will when its turn comes. */
  | 'CHECKING'
  /** It was thrown away, and nothing was changed. */
  | 'DISCARDED'
  /** It could not be done, and nothing was changed; `message` says why. */
  | 'FAILED'
  /** The file has not come yet. */
  | 'RECEIVING'
  /** It was saved as a whole. */
  | 'SAVED'
  /** The hub saves it, or will when its turn comes. */
  | 'SAVING';

/** An import to undo. */
export type ImportJobUndoInput = {
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The id of the import. */
  importRun: string;
};

/** What an imported file describes. */
export type ImportKind =
  /** Further sites of institutions. */
  | 'CAMPUSES'
  /** An edition of the workforce index. */
  | 'INDEX_EDITION'
  /** Schools, centres and colleges. */
  | 'INSTITUTIONS'
  /** Which institutions took over from others. */
  | 'INSTITUTION_SUCCESSIONS'
  /** A document with its targets; see docs/plans.md. */
  | 'PLAN'
  /** Results that an authority published. */
  | 'PUBLISHED_INDEX'
  /** What became of units. */
  | 'SUCCESSIONS'
  /** Administrative units. */
  | 'UNITS'
  /** Counts of the digital workforce. */
  | 'WORKFORCE';

/** The answer to what is asked about a row. */
export type ImportRowAnswer = {
  /** The answer. */
  answer: ImportAnswer;
  /** The number of the row; the header is row 1. */
  row: number;
};

/** An assumption. Give exactly one of these: a gap, an input with its value, or an institution. */
export type IndexAssumption = {
  /** The key of a gap of the same index, which is assumed to be closed. */
  gap?: string | null | undefined;
  /** The name of an input that is not a sum. */
  input?: string | null | undefined;
  /** The id of an institution of the unit, which is assumed to have completed all four pillars. */
  institution?: string | null | undefined;
  /** The assumed value of the input, at least 0. */
  value?: number | null | undefined;
};

/** The meaning of the points of a component. */
export type IndexComponentState =
  /** The component has no subject, for example no institution of a group. */
  | 'NOT_APPLICABLE'
  /** At least one input was not counted, so the points are not known. This is not a zero. */
  | 'NOT_COUNTED'
  /** The inputs were counted, and points were earned. */
  | 'SCORED'
  /** The inputs were counted. Whether points were earned is not shown, because it would reveal a withheld count. */
  | 'WITHHELD'
  /** The inputs were counted, and no points were earned: a real zero. */
  | 'ZERO';

/** The reason why points are missing. */
export type IndexGapKind =
  /** The input was counted, but the count has expired. */
  | 'EXPIRED'
  /** The institution submitted a report, and there is no decision yet. */
  | 'IN_REVIEW'
  /** The input was not counted. A count may bring any number of points up to mostPoints. */
  | 'NOT_COUNTED'
  /** The input was counted, and it shows that the work is not done, or not completely. */
  | 'NOT_DONE'
  /** The institution has no approved report. */
  | 'NOT_REPORTED'
  /** The report of the institution was returned. */
  | 'RETURNED';

/** Whether the number of an input is known. */
export type IndexInputState =
  /** The input was counted; 0 is a count. */
  | 'COUNTED'
  /** There is nothing to count. */
  | 'NOT_APPLICABLE'
  /** The input was not counted, or not in all of the units below. */
  | 'NOT_COUNTED';

/** What changes of an institution. What is left out stays as it is. */
export type InstitutionChangeInput = {
  /** The first day on which the new values hold. Left out or null, what holds today was recorded wrongly, and is corrected for all the time that it held. */
  from?: string | null | undefined;
  /** The id of the institution. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The kind. Left out or null, it stays. */
  kind?: InstitutionKind | null | undefined;
  /** The levels taught. Left out or null, it stays. */
  levels?: Array<EducationLevel> | null | undefined;
  /** The Vietnamese name. Left out or null, it stays. */
  name?: string | null | undefined;
  /** The first day of operation, corrected. Left out or null, it stays. */
  openedOn?: string | null | undefined;
  /** The owner. Left out or null, it stays. */
  ownership?: Ownership | null | undefined;
  /** True: everything is checked and the answer says what would change, but nothing is recorded. False: the change is made. */
  preview?: boolean;
  /** The decision or other reason, for the audit trail; at most 2000 characters. */
  reason: string;
  /** How certain the record is. Left out or null, it stays. */
  sourceStatus?: SourceStatus | null | undefined;
  /** The special status given by law. Left out, it stays; null ends it. */
  specialStatus?: SpecialStatus | null | undefined;
  /** The unit in which it is. Where the commune was not known, naming it without `from` settles it. Left out or null, it stays. */
  unit?: string | null | undefined;
  /** The version that you read. If the record has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The closing of an institution, or another last day of a closed one. */
export type InstitutionCloseInput = {
  /** True closes it although it has reports that nobody has decided on. They stay as they are. Otherwise it is refused with REPORTS_OPEN. */
  acceptOpenReports?: boolean;
  /** The id of the institution. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The last day of operation. */
  lastDay: string;
  /** True: everything is checked and the answer says what would change, but nothing is recorded. False: the change is made. */
  preview?: boolean;
  /** The decision or other reason, for the audit trail; at most 2000 characters. */
  reason: string;
  /** The version that you read. If the record has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A code that an institution gets. */
export type InstitutionCodeAddInput = {
  /** The code. */
  code: string;
  /** The first day of its use; needed with `replaces`. Left out or null means since the institution opened. */
  from?: string | null | undefined;
  /** The id of the institution. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** True: everything is checked and the answer says what would change, but nothing is recorded. False: the change is made. */
  preview?: boolean;
  /** The decision or other reason, for the audit trail; at most 2000 characters. */
  reason: string;
  /** The code of the institution that the new one replaces: it ends the day before. Left out or null, the new code stands beside the others. */
  replaces?: string | null | undefined;
  /** The system that gives the code, such as MOET. */
  system: string;
  /** The version that you read. If the record has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The contact of an institution. What is left out stays as it is; null empties. */
export type InstitutionContactSetInput = {
  /** The mail address of the office, at most 200 characters. */
  email?: string | null | undefined;
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The telephone of the office, with at least six digits and at most 60 characters, such as `0263 3822 123 (máy lẻ 5)`. */
  telephone?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A new institution. */
export type InstitutionCreateInput = {
  /** True says that an institution that looks like a recorded one is another. Otherwise it is refused with LIKELY_DUPLICATE. */
  acceptLikelyDuplicate?: boolean;
  /** The code; left out or null, the institution gets one of the system HUB. */
  code?: string | null | undefined;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The kind. */
  kind: InstitutionKind;
  /** The levels taught; at least one. */
  levels: Array<EducationLevel>;
  /** The Vietnamese name. */
  name: string;
  /** The first day of operation; left out or null means since before our records. */
  openedOn?: string | null | undefined;
  /** The owner. */
  ownership: Ownership;
  /** True: everything is checked and the answer says what would change, but nothing is recorded. False: the change is made. */
  preview?: boolean;
  /** The decision or other reason, for the audit trail; at most 2000 characters. */
  reason: string;
  /** How certain it is that the institution exists as described. */
  sourceStatus?: SourceStatus;
  /** The special status given by law; left out or null means none. */
  specialStatus?: SpecialStatus | null | undefined;
  /** The system that gives the code, such as MOET. Left out or null where there is no code. */
  system?: string | null | undefined;
  /** The commune in which it opens; a province when the commune is not known yet, which is then to be settled. */
  unit: string;
};

/** Conditions for a list of institutions. A condition that is left out does not limit the list. */
export type InstitutionFilter = {
  /** Only this group. */
  group?: InstitutionGroup | null | undefined;
  /** True: only institutions for which somebody has an account that is not disabled, today or later. False: only those for which nobody has one. For those who keep accounts: others, and planners outside of their units, find none by either. */
  hasAccount?: boolean | null | undefined;
  /** True: also institutions that had closed by the date, with the attributes and the place of their last day. `totalCount` then includes them. Left out means no. */
  includeClosed?: boolean | null | undefined;
  /** Only these kinds. */
  kinds?: Array<InstitutionKind> | null | undefined;
  /** Only institutions that teach at least one of these levels. */
  levels?: Array<EducationLevel> | null | undefined;
  /** Only institutions operating on this date; the other conditions are about that date, too. Left out means today. */
  on?: string | null | undefined;
  /** Only this kind of owner. */
  ownership?: Ownership | null | undefined;
  /** Only institutions that have, had or will have a name that contains this text, or of which it is a code or that of a campus, present or past. A name that was corrected counts as one that it never had. Diacritics and case are ignored in names. */
  search?: string | null | undefined;
  /** True: only institutions whose commune is known. False: only institutions whose commune still has to be found out. */
  settled?: boolean | null | undefined;
  /** Only this special status. */
  specialStatus?: SpecialStatus | null | undefined;
  /** Only institutions in the unit with this id, or in a unit under it. */
  unit?: string | null | undefined;
};

/** A group for which targets are set. */
export type InstitutionGroup =
  /** Colleges, vocational secondary schools and vocational centres. */
  | 'COLLEGE_AND_VOCATIONAL'
  /** Schools from primary to upper secondary, and continuing education centres; without preschools and special schools. */
  | 'GENERAL_EDUCATION';

/** The kind of an institution. It decides in which group the institution is counted. Kinds in no group are recorded, listed and exported, but no target is set for them: no line of `progress` counts them. */
export type InstitutionKind =
  /** Trường cao đẳng. */
  | 'COLLEGE'
  /** Trung tâm giáo dục thường xuyên. */
  | 'CONTINUING_EDUCATION_CENTRE'
  /** Trường trung học cơ sở. */
  | 'LOWER_SECONDARY_SCHOOL'
  /** Trường phổ thông có nhiều cấp học; `levels` lists the levels. */
  | 'MULTI_LEVEL_SCHOOL'
  /** Trường mầm non, trường mẫu giáo, nhà trẻ; in no group, because no target is set for preschools. */
  | 'PRESCHOOL'
  /** Trường tiểu học. */
  | 'PRIMARY_SCHOOL'
  /** Trường dành cho người khuyết tật, whatever its levels; in no group, because no target is set for special schools. */
  | 'SPECIAL_SCHOOL'
  /** Trường đại học; in no group, because no target is set for universities. */
  | 'UNIVERSITY'
  /** Trường trung học phổ thông. */
  | 'UPPER_SECONDARY_SCHOOL'
  /** Trung tâm giáo dục nghề nghiệp. */
  | 'VOCATIONAL_CENTRE'
  /** Trường trung cấp. */
  | 'VOCATIONAL_SECONDARY_SCHOOL';

/** The order of a list of institutions. Institutions that sort equally are listed in the order in which they were recorded. */
export type InstitutionOrder =
  /** By the present code. */
  | 'CODE'
  /** In the order in which they were recorded. No change of a name or code makes a cursor of this order outdated: it is the one for reading everything. */
  | 'ID'
  /** By the name on the date of the list, without diacritics, so that Đ sorts as D. */
  | 'NAME';

/** An institution of which the closing is taken back: it never closed. A school that is founded again is a new institution. */
export type InstitutionReopenInput = {
  /** The id of the institution. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** True: everything is checked and the answer says what would change, but nothing is recorded. False: the change is made. */
  preview?: boolean;
  /** The decision or other reason, for the audit trail; at most 2000 characters. */
  reason: string;
  /** The version that you read. If the record has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** How one institution took over from another. */
export type InstitutionSuccessionKind =
  /** Sáp nhập, hợp nhất: the predecessor ended, and all or a part of it came to the successor. */
  | 'MERGED'
  /** Chia, tách: the successor was formed of a part of the predecessor. */
  | 'SPLIT';

/** An institution that took over from another. */
export type InstitutionSuccessionRecordInput = {
  /** The first day on which the successor has what it took over. */
  effectiveOn: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** Whether it merged or was split off. */
  kind: InstitutionSuccessionKind;
  /** The decision; left out or null when none is known. */
  legalDocument?: string | null | undefined;
  /** The institution of which all or a part went over. */
  predecessor: string;
  /** True: everything is checked and the answer says what would change, but nothing is recorded. False: the change is made. */
  preview?: boolean;
  /** The decision or other reason, for the audit trail; at most 2000 characters. */
  reason: string;
  /** The institution that took it over. */
  successor: string;
};

/** The code of an invitation and the first password. */
export type InvitationAcceptInput = {
  /** The one-time code: 20 digits and letters. Case, blanks and hyphens are ignored; O counts as 0, I and L as 1. */
  code: string;
  /** The password to set, 12 to 128 characters. */
  password: string;
};

/** The issuer through which the viewer wants to sign in as well. */
export type IssuerLinkStartInput = {
  /** The address of the issuer, one of signInIssuers. */
  issuer: string;
  /** The present password; left out by accounts that have none. */
  presentPassword?: string | null | undefined;
};

/** What an issuer has answered. */
export type IssuerSignInFinishInput = {
  /** What stands behind the question mark of the address that the issuer led back to. It is good once. */
  answer: string;
};

/** The issuer through which somebody signs in. */
export type IssuerSignInStartInput = {
  /** The address of the issuer, one of signInIssuers. */
  issuer: string;
};

/** The reason why an institution cannot write its answers in a round now. */
export type LockReason =
  /** The update was approved. It can be reopened for a correction. */
  | 'ALREADY_DECIDED'
  /** The round accepts no more reports. A planner can extend it. */
  | 'CLOSED'
  /** The update was submitted. It can be withdrawn. */
  | 'IN_REVIEW'
  /** The round does not call the institution: it was not in the unit of the round on the reference date, or the framework has no criterion for its kind. */
  | 'NOT_CALLED'
  /** The first day of the round has not come yet. */
  | 'NOT_OPEN_YET'
  /** The round was withdrawn. Its drafts fill the next one that is begun. */
  | 'ROUND_WITHDRAWN';

/** What a mail is about. */
export type MailKind =
  /** A report was approved. */
  | 'APPROVED'
  /** An approved report was corrected by a reviewer. */
  | 'CORRECTED'
  /** The same, tomorrow or today. */
  | 'DUE_IN_1_DAY'
  /** The same, in 3 days or 2. */
  | 'DUE_IN_3_DAYS'
  /** A report that is not handed in is due in 14 days; in fewer, when the hub stood still or the account came later. */
  | 'DUE_IN_14_DAYS'
  /** Somebody is invited to set the first password of their account. */
  | 'INVITED'
  /** The due date has passed, and the report can still be handed in and is not. */
  | 'OVERDUE'
  /** Somebody asked for a new password of their account. */
  | 'PASSWORD_FORGOTTEN'
  /** A planner or an operator reminds those who have not handed in a report. */
  | 'REMINDER'
  /** A report was returned to its institution. */
  | 'RETURNED'
  /** A round has opened that calls an institution, which has not begun. */
  | 'ROUND_OPENED'
  /** How the open rounds stand, and what waits for a decision, in the units for which an account plans or reviews; once a week. */
  | 'WEEKLY_DIGEST';

/** The language of the mails to an account. */
export type MailLanguage =
  /** Vietnamese, and below it English; so it is until an account chooses. */
  | 'BOTH'
  /** English. */
  | 'EN'
  /** Vietnamese. */
  | 'VI';

/** Conditions for a list of mails. A condition that is left out does not limit the list. */
export type MailMessageFilter = {
  /** Only mails about this. */
  kind?: MailKind | null | undefined;
  /** Only mails in one of these states. */
  states?: Array<MailState> | null | undefined;
};

/** What the account of the viewer says about its mails. */
export type MailPreferencesSetInput = {
  /** The kinds that it does without from now on, all of them; mails of these kinds that are not sent yet are dropped. */
  declined: Array<ChosenMailKind>;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The language of its mails. */
  language: MailLanguage;
};

/** Whom to remind of a round. */
export type MailReminderSendInput = {
  /** Whom; an institution that is in one of these is reminded. */
  audience: Array<ReminderAudience>;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** A note that stands in the mail, at most 2000 characters. */
  note?: string | null | undefined;
  /** The round. */
  round: string;
  /** Only institutions that were in the unit with this id, or in a unit under it, on the reference date; the unit of the round or one under it. Left out means the unit of the round. */
  unit?: string | null | undefined;
};

/** A mail to send again. */
export type MailResendInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** What became of a mail. */
export type MailState =
  /** What it was about was taken back before it was sent, or the code in it was good no more. */
  | 'DROPPED'
  /** There was no mail server, or for five days it was not reached or put the mail off. */
  | 'NOT_SENT'
  /** The hub died, or lost the connection, before the mail server answered: nobody knows whether it was sent. */
  | 'PERHAPS_SENT'
  /** The mail server refused it for good. */
  | 'REFUSED'
  /** A hub is sending it. */
  | 'SENDING'
  /** The mail server accepted it. */
  | 'SENT'
  /** It is to be sent. */
  | 'WAITING';

/** The reason why a round does not call an institution. */
export type NotCalledReason =
  /** It had closed before the reference date. */
  | 'CLOSED'
  /** It is in the unit today, but was elsewhere on the reference date. */
  | 'ELSEWHERE'
  /** The framework has no criterion for its kind. */
  | 'KIND_NOT_ASKED'
  /** It opens after the reference date. */
  | 'NOT_OPEN_YET'
  /** It is not known whether it was in the unit on the reference date, because its commune has to be found out. */
  | 'UNSETTLED';

/** The reason why there is a stage, or why there is none. */
export type Observation =
  /** No update is approved. One was submitted and is not decided on, or was returned to the institution and the viewer may not inspect it. Counted in `inReview`. */
  | 'IN_REVIEW'
  /** The pillar or indicator does not apply to this kind of institution, or the institution was not operating on the date. It is outside the denominator. */
  | 'NOT_APPLICABLE'
  /** A round was due, and nothing was submitted: the value is missing, which is not the same as zero. Counted in `notReported`. */
  | 'NOT_REPORTED'
  /** No round has been due since the institution opened. Counted in `notReported`. */
  | 'NOT_YET_DUE'
  /** An approved update reports the stage. */
  | 'REPORTED'
  /** No update is approved, and one was returned to the institution. Counted in `inReview`. Given only to viewers who may inspect the update. */
  | 'RETURNED';

/** The direction of a list. */
export type OrderDirection =
  /** The least comes first: what is first in the alphabet, the earliest, the lowest. */
  | 'ASC'
  /** The greatest comes first: the reverse of ASC. */
  | 'DESC';

/** The owner of an institution. */
export type Ownership =
  /** Tư thục, dân lập. */
  | 'PRIVATE'
  /** Công lập. */
  | 'PUBLIC';

/** Institutions whose exceptions end. */
export type ParticipationExceptionTakeBackInput = {
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The institutions, at most 250. All of them get the exception, or none. */
  institutions: Array<string>;
  /** The reason, at most 2000 characters. The institutions, their reviewers and their planners see it. */
  reason: string;
  /** The round. */
  round: string;
};

/** Institutions to excuse from a round. */
export type ParticipationExcuseInput = {
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The institutions, at most 250. All of them get the exception, or none. */
  institutions: Array<string>;
  /** The reason, at most 2000 characters. The institutions, their reviewers and their planners see it. */
  reason: string;
  /** The round. */
  round: string;
};

/** A later day for institutions in a round. */
export type ParticipationExtendInput = {
  /** The last day on which they may report; not before `dueOn` and not before the last day of the round. Left out, it is the later of these two. */
  closesOn?: string | null | undefined;
  /** The day by which they should report; later than the due date of the round and not over. */
  dueOn: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The institutions, at most 250. All of them get the exception, or none. */
  institutions: Array<string>;
  /** The reason, at most 2000 characters. The institutions, their reviewers and their planners see it. */
  reason: string;
  /** The round. */
  round: string;
};

/** Conditions for a list of participations. A condition that is left out does not limit the list. */
export type ParticipationFilter = {
  /** Only institutions with an exception of one of these kinds. */
  exceptions?: Array<ExceptionKind> | null | undefined;
  /** Only institutions that were in this group on the reference date. */
  group?: InstitutionGroup | null | undefined;
  /** True: only institutions that have not begun; together with `states`, also those that it selects. False: only institutions that have begun. */
  notBegun?: boolean | null | undefined;
  /** True: only institutions that are overdue. False: only the others. */
  overdue?: boolean | null | undefined;
  /** Only institutions whose name contains this text. Diacritics and case are ignored. */
  search?: string | null | undefined;
  /** Only institutions whose update is in one of these states. */
  states?: Array<UpdateState> | null | undefined;
  /** Only institutions that were in the unit with this id, or in a unit under it, on the reference date. */
  unit?: string | null | undefined;
};

/** Institutions to which a closed round opens again. */
export type ParticipationReopenInput = {
  /** The last day on which they may report, and their due date; from today on. */
  closesOn: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The institutions, at most 250. All of them get the exception, or none. */
  institutions: Array<string>;
  /** The reason, at most 2000 characters. The institutions, their reviewers and their planners see it. */
  reason: string;
  /** The round. */
  round: string;
};

/** The present and the new password. */
export type PasswordChangeInput = {
  /** The new password, 12 to 128 characters; another one than the present one if an operator set that. */
  newPassword: string;
  /** The present password. */
  presentPassword: string;
};

/** Trụ cột: one of the four areas that an institution completes. */
export type Pillar =
  /** Mô hình quản trị số: the digital governance model. */
  | 'DIGITAL_GOVERNANCE'
  /** Hoạt động số: digital operations. */
  | 'DIGITAL_OPERATIONS'
  /** Kho học liệu số mở: the open repository of learning resources. */
  | 'OPEN_LEARNING_RESOURCES'
  /** Chuẩn hoá dữ liệu số: standardised digital data. */
  | 'STANDARDIZED_DATA';

/** Mức độ: the stage that an institution has reached in a pillar. */
export type PillarStage =
  /** What the framework requires of the pillar is met: of the four-pillar framework, every required criterion and a percentage of the points that apply to the institution. */
  | 'COMPLETED'
  /** The institution earned points, but the pillar is not completed. */
  | 'IN_PROGRESS'
  /** The institution answered and earned no point: a real zero, not a missing answer. */
  | 'NOT_STARTED';

/** A new plan. */
export type PlanCreateInput = {
  /** The number of the document, at most 100 characters, unique in the hub. */
  document: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The day on which the document was issued, from 1900 to 2200. Left out means that the day is not recorded. */
  issuedOn?: string | null | undefined;
  /** The issuer of the document, at most 200 characters. */
  issuer: string;
  /** How certain it is that the document exists and says this. */
  sourceStatus: SourceStatus;
  /** The title in English. At most 500 characters. */
  titleEn: string;
  /** The title in Vietnamese. At most 500 characters. */
  titleVi: string;
  /** The unit of the plan, whose planners maintain it. Left out means the whole country, for which operators do. It cannot be changed later. */
  unit?: string | null | undefined;
  /** The http or https address of the document, at most 2000 characters. Left out means that no address is recorded. */
  url?: string | null | undefined;
};

/** A change of a plan. */
export type PlanUpdateInput = {
  /** The number of the document, at most 100 characters, unique in the hub. Left out or null, the value stays. */
  document?: string | null | undefined;
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The day on which the document was issued, from 1900 to 2200. Left out, the value stays; null clears it. */
  issuedOn?: string | null | undefined;
  /** The issuer of the document, at most 200 characters. Left out or null, the value stays. */
  issuer?: string | null | undefined;
  /** How certain it is that the document exists and says this. Left out or null, the value stays. */
  sourceStatus?: SourceStatus | null | undefined;
  /** The title in English. At most 500 characters. Left out or null, the value stays. */
  titleEn?: string | null | undefined;
  /** The title in Vietnamese. At most 500 characters. Left out or null, the value stays. */
  titleVi?: string | null | undefined;
  /** The http or https address of the document, at most 2000 characters. Left out, the value stays; null clears it. */
  url?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** An assumption about an institution. It changes the update of the institution that counts on the date; if none counts, it stands for an approved update. */
export type ProgressAssumptionInput = {
  /** Whether they are completed. False assumes only that they are not; it says nothing about points. */
  completed?: boolean;
  /** The codes of further indicators. Each must apply to the institution on the date; one that is made of others stands for all its parts that apply. */
  indicators?: Array<string> | null | undefined;
  /** The id of an institution that is counted in the unit on the date. */
  institution: string;
  /** The pillars concerned. Each must apply to the institution on the date. Left out means all pillars that apply, unless `indicators` names others. */
  pillars?: Array<Pillar> | null | undefined;
};

/** Why the counts of an institution differ between two dates. Each institution has one reason in a line. Where several hold, it is the first in this order: OPENED, CLOSED, MOVED_IN, MOVED_OUT and BORDERS_CHANGED, KIND_CHANGED, CRITERIA_CHANGED, then what it reported. So the parts of all reasons add up to the difference of the line, in each counter. */
export type ProgressChangeReason =
  /** It was in the unit on one of the dates only, without a move of its own: its commune came to another unit, or what is known of successions changed. Those who came and those who left are one part. */
  | 'BORDERS_CHANGED'
  /** It was operating on the first date only: it closed in between or, between two moments of knowledge, was recorded as closed or as never there. */
  | 'CLOSED'
  /** No later report: what counts of the same update was corrected, or the approval that counted was taken back, so that it completed, fell back or is no longer reported. */
  | 'CORRECTED'
  /** Other criteria were in force: to its kind, the indicator or a part of it applies on one of the dates only, and its counts would be others without that. */
  | 'CRITERIA_CHANGED'
  /** It was completed, and by a later report is no longer. */
  | 'FELL_BACK'
  /** It changed to a kind of another group, or to one to which the indicator or a part of it applies otherwise. */
  | 'KIND_CHANGED'
  /** It was in the unit on the second date only and came there by itself, or its place was corrected. */
  | 'MOVED_IN'
  /** It was in the unit on the first date only and left by itself, or its place was corrected. */
  | 'MOVED_OUT'
  /** A later report, or its first, made it completed. It may have been the first report as well. */
  | 'NEWLY_COMPLETED'
  /** It is reported and was not before, and it is not completed. */
  | 'NEWLY_REPORTED'
  /** It was operating on the second date only: it opened in between or, between two moments of knowledge, was recorded only later. */
  | 'OPENED';

/** A count of a progress line. */
export type ProgressFigure =
  /** `carriedForward`: institutions that are reported, with an update from a round before the newest round due. */
  | 'CARRIED_FORWARD'
  /** The numerator, `completed`. */
  | 'COMPLETED'
  /** The denominator, `institutions`. */
  | 'INSTITUTIONS'
  /** `inReview`: institutions without an approved update that have submitted one. */
  | 'IN_REVIEW'
  /** `notApplicable`: institutions outside the denominator. */
  | 'NOT_APPLICABLE'
  /** `notReported`: institutions that have submitted nothing. */
  | 'NOT_REPORTED'
  /** `reported`: institutions with an approved update. */
  | 'REPORTED';

/** The subject of a warning about a report. */
export type ProgressWarningCode =
  /** Some updates that count answer another framework than those in force on the date that decide the indicators of the lines. */
  | 'FRAMEWORK_CHANGED'
  /** The report contains assumptions that were not recorded. `institutions` counts the institutions concerned. */
  | 'HYPOTHETICAL'
  /** Some institutions or updates were made up for demonstration. */
  | 'ILLUSTRATIVE_DATA'
  /** Some targets were made up for demonstration. */
  | 'ILLUSTRATIVE_TARGET'
  /** Fewer than 80% of the institutions of a group have reported. `institutions` counts those that have not. */
  | 'LOW_COVERAGE'
  /** Some predecessors were taken over only in part; their earlier figures are missing. `units` lists them. */
  | 'PART_SUCCESSION'
  /** The frameworks in force on the date decide some pillars for a group, and others, which count in the lines, for no kind of it. */
  | 'PILLARS_UNDECIDED'
  /** Some targets have not been confirmed against an official text. */
  | 'UNCONFIRMED_TARGET'
  /** Some institutions of a group belong to the unit, or may do so, but their commune is not known. `institutions` counts them. */
  | 'UNSETTLED_LOCATION';

/** Of the institutions that can hand in today and have not, which are reminded. */
export type ReminderAudience =
  /** Those that are writing, or have withdrawn what they submitted. */
  | 'DRAFT'
  /** Those that have not begun. */
  | 'NOT_BEGUN'
  /** Those whose due date has passed, in any of the states. */
  | 'OVERDUE'
  /** Those whose report was returned. */
  | 'RETURNED';

/** What is mended in a round while no institution has saved answers; at least one field is required, and what is left out stays. */
export type ReportingRoundAmendInput = {
  /** The last day on which reports are accepted; not before the due date. A round that a planner closed early is then closed by its dates only. */
  closesOn?: string | null | undefined;
  /** The day by which institutions should report; not before the round opens. */
  dueOn?: string | null | undefined;
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The English name, at most 200 characters. */
  nameEn?: string | null | undefined;
  /** The Vietnamese name, at most 200 characters. */
  nameVi?: string | null | undefined;
  /** The first day on which institutions may report. Dates are from 1900 to 2200. */
  opensOn?: string | null | undefined;
  /** The date that the answers describe, under the same rules as for a new round. */
  referenceDate?: string | null | undefined;
  /** The days, from 1 to 365, that a return gives its institution. */
  returnDays?: number | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A round to close now. */
export type ReportingRoundCloseInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A new round. */
export type ReportingRoundCreateInput = {
  /** The last day on which reports are accepted; not before the due date. */
  closesOn: string;
  /** The code of the round, at most 50 characters, unique among the rounds of the unit. */
  code: string;
  /** The day by which institutions should report; not before the round opens. */
  dueOn: string;
  /** The same for one framework; left out when `frameworks` is given. */
  framework?: string | null | undefined;
  /** The frameworks that the institutions answer, at least one. Each must be the latest version that is in force on the reference date. A question that several of them ask is asked once. */
  frameworks?: Array<string> | null | undefined;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The English name, at most 200 characters. */
  nameEn: string;
  /** The Vietnamese name, at most 200 characters. */
  nameVi: string;
  /** The first day on which institutions may report. Dates are from 1900 to 2200. */
  opensOn: string;
  /** The date that the answers describe. It decides which institutions are called, must not be later than the last day, and cannot be changed once an institution has begun. */
  referenceDate: string;
  /** The days, from 1 to 365, that a return gives its institution to answer again; left out means 14. */
  returnDays?: number | null | undefined;
  /** How certain the updates of the round are; left out means as certain as the framework. */
  sourceStatus?: SourceStatus | null | undefined;
  /** The unit that calls its institutions. It must exist on the reference date. */
  unit: string;
};

/** Later dates for a round; at least one of them is required. */
export type ReportingRoundExtendInput = {
  /** A later last day; for a round that a planner closed, any day from today on. Left out, the last day stays. */
  closesOn?: string | null | undefined;
  /** A later due date; left out, the due date stays. */
  dueOn?: string | null | undefined;
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A planned round to open now. */
export type ReportingRoundOpenInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A round to withdraw. */
export type ReportingRoundWithdrawInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The reason, at most 2000 characters. Signed-in viewers see it. */
  reason: string;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** Whose the review of an update is, for the viewer. */
export type ReviewClaimHolder =
  /** The viewer has claimed it. */
  | 'MINE'
  /** Nobody has claimed it, or whoever had was absent for a day or may no longer decide on it. */
  | 'NOBODY'
  /** Another reviewer has claimed it. */
  | 'OTHERS';

/** A role that an account can be granted. */
export type Role =
  /** Runs the hub: accounts and imports. */
  | 'OPERATOR'
  /** Plans for a unit and the units under it: plans, targets, rounds, workforce records and the accounts of schools. */
  | 'PLANNER'
  /** Decides on status updates in a unit, for given kinds of institution and a span of dates. */
  | 'REVIEWER'
  /** Reports for an institution. */
  | 'SCHOOL_ADMIN';

/** Whether a round accepts reports on a date. */
export type RoundPhase =
  /** The last day has passed, or a planner closed the round. */
  | 'CLOSED'
  /** From the first day to the last: institutions report. */
  | 'OPEN'
  /** The first day has not come yet. */
  | 'PLANNED'
  /** A planner withdrew the round: it calls nobody. */
  | 'WITHDRAWN';

/** A code of the app that was set up. */
export type SecondFactorConfirmInput = {
  /** The six digits that the app shows now. */
  code: string;
};

/** The password of somebody who sets up a second factor. */
export type SecondFactorStartInput = {
  /** The present password. */
  presentPassword: string;
};

/** The e-mail, or the name to sign in with, and the password. */
export type SessionStartInput = {
  /** The six digits of the authenticator app, or a recovery code. Left out at first: an account that needs one refuses with SECOND_FACTOR_NEEDED. */
  code?: string | null | undefined;
  /** The e-mail of the account or, without one, its name to sign in with. Case is ignored. */
  email: string;
  /** The password. */
  password: string;
};

/** How certain a record is. */
export type SourceStatus =
  /** The record comes from an official text or official data. */
  | 'CONFIRMED'
  /** The record was made up for demonstration. */
  | 'ILLUSTRATIVE'
  /** The record is a lead that nobody has confirmed. It must not be taken as a fact. */
  | 'UNCONFIRMED';

/** A special status given by law. */
export type SpecialStatus =
  /** Dân tộc nội trú. */
  | 'ETHNIC_BOARDING'
  /** Trường chuyên. */
  | 'SPECIALISED';

/** The standing of a count against a target, by its pace. The pace is linear: percentage points per year since the first round that was answered. The required pace leads from there to the target in time. A round is answered when at least one institution of the line has an approval of it. The cases are checked in this order: ACHIEVED, NO_DATA, MISSED, NO_TREND, REVERSING, then by pace / required pace. */
export type Standing =
  /** The percentage has reached the target. */
  | 'ACHIEVED'
  /** Pace / required pace is at least 0. */
  | 'LIMITED'
  /** The due date has passed, and by what was reported the target was not reached. */
  | 'MISSED'
  /** Pace / required pace is at least 0.60. */
  | 'MODERATE'
  /** No institution is counted, or none has reported, so that nothing can be judged. This holds after the due date as well. */
  | 'NO_DATA'
  /** Fewer than two rounds were answered, so that there is no pace. */
  | 'NO_TREND'
  /** Pace / required pace is at least 0.95. */
  | 'ON_TRACK'
  /** The pace is negative. */
  | 'REVERSING';

/** An answer to a question. It replaces the earlier answer completely; without any of its parts it removes the answer. */
export type StatusUpdateAnswerInput = {
  /** The code of the chosen option. */
  choice?: string | null | undefined;
  /** A remark about the answer. At most 2000 characters. */
  comment?: string | null | undefined;
  /** The code of the criterion, where only one framework of the round has it; otherwise name the question. */
  criterion?: string | null | undefined;
  /** Instead of an answer, where the question allows it: it then leaves points and maximum. */
  doesNotApply?: DoesNotApplyInput | null | undefined;
  /** The code of the question; it or `criterion` is required. */
  question?: string | null | undefined;
  /** The text, for a question that asks for one. At most 2000 characters. */
  text?: string | null | undefined;
  /** The counted total, for a share. */
  total?: number | null | undefined;
  /** 1 for yes and 0 for no, a level, a count, or the counted part of a share. */
  value?: number | null | undefined;
};

/** A value that the reviewer sets instead of the institution’s value. */
export type StatusUpdateAppraisalInput = {
  /** The code of the option that counts from now on. */
  choice?: string | null | undefined;
  /** The code of the criterion, where only one framework of the round has it; otherwise name the question. */
  criterion?: string | null | undefined;
  /** The code of the question; it or `criterion` is required. */
  question?: string | null | undefined;
  /** The reason for the change. At most 2000 characters. */
  reason: string;
  /** The counted total, for a share. */
  total?: number | null | undefined;
  /** The value that counts from now on; it or `choice` is required. */
  value?: number | null | undefined;
};

/** An update to approve. */
export type StatusUpdateApproveInput = {
  /** The values that the reviewer changes; left out means none. */
  changes?: Array<StatusUpdateAppraisalInput> | null | undefined;
  /** The id of the update. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** A remark about the decision. At most 2000 characters. */
  note?: string | null | undefined;
  /** The version that you read. If the update has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** Updates to approve without changes. */
export type StatusUpdateApproveManyInput = {
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** At most 250. Each is decided separately. */
  updates: Array<StatusUpdateVersionInput>;
};

/** A submitted update and the review of it. */
export type StatusUpdateClaimInput = {
  /** The id of the update. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
};

/** A submitted update whose review is handed over. */
export type StatusUpdateHandOverInput = {
  /** The id of the update. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The id of the account that takes the review over, one of `StatusUpdate.reviewers`; left out or null, the viewer. */
  to?: string | null | undefined;
};

/** A form of a report that was filled in as a workbook. */
export type StatusUpdateImportInput = {
  /** The XLSX workbook in Base64, within the size limit of a request (docs/limits.md). It says itself of which institution and round it is. */
  content: string;
  /** True: the answer shows what would be saved, and nothing is. False: it is saved, or with any problem nothing is. */
  dryRun?: boolean;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The id of the institution of which the form has to be; left out, it may be of any for which the viewer brings forms. */
  institution?: string | null | undefined;
  /** A remark for the reviewer, where it is handed in. At most 2000 characters. */
  note?: string | null | undefined;
  /** The id of the round of which the form has to be; left out, it may be of any. */
  round?: string | null | undefined;
  /** Whether the report is handed in with it, as by statusUpdateSubmit; what keeps it from that then refuses the whole. */
  submit?: boolean;
  /** The version that the look with `dryRun` told; null when there was no update. If the update has changed since, the form is refused with CONFLICT. Of no meaning with `dryRun`. */
  version?: number | null | undefined;
};

/** An approved update to reopen for a correction. */
export type StatusUpdateReopenInput = {
  /** The id of the update. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The reason. At most 2000 characters. */
  reason: string;
  /** The version that you read. If the update has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** An update to return, with the reasons. */
export type StatusUpdateReturnInput = {
  /** The id of the update. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** A remark about the update as a whole. At most 2000 characters. */
  note?: string | null | undefined;
  /** A reason for each question concerned; at least one. */
  reasons: Array<StatusUpdateReturnReasonInput>;
  /** The version that you read. If the update has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The reason to return an update because of one question. */
export type StatusUpdateReturnReasonInput = {
  /** The code of the criterion, where only one framework of the round has it; otherwise name the question. */
  criterion?: string | null | undefined;
  /** The code of the question; it or `criterion` is required. */
  question?: string | null | undefined;
  /** What the institution should correct. At most 2000 characters. */
  reason: string;
};

/** The answers of an institution in a round, complete or not. */
export type StatusUpdateSaveInput = {
  /** The answers that changed, at most 250. The first save, even with an empty list, fills the update with the answers that were last approved. */
  answers: Array<StatusUpdateAnswerInput>;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The id of the institution. */
  institution: string;
  /** The id of the round. */
  round: string;
  /** The version that you read, or null when there was no update yet. If the update has changed since, the request is refused with CONFLICT. */
  version?: number | null | undefined;
};

/** A draft to submit. */
export type StatusUpdateSubmitInput = {
  /** The id of the update. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** A remark for the reviewer. At most 2000 characters. */
  note?: string | null | undefined;
  /** The version that you read. If the update has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** An approved update whose approval is taken back. */
export type StatusUpdateTakeBackInput = {
  /** The id of the update. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The reason. At most 2000 characters. */
  reason: string;
  /** The version that you read. If the update has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** One of many updates to approve. */
export type StatusUpdateVersionInput = {
  /** The id of the update. */
  id: string;
  /** The version that you read. If the update has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A submitted update to withdraw. */
export type StatusUpdateWithdrawInput = {
  /** The id of the update. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The reason. At most 2000 characters. */
  reason?: string | null | undefined;
  /** The version that you read. If the update has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The extent to which a successor took over its predecessor. */
export type SuccessionExtent =
  /** A part of the predecessor. The counts do not show which part, so they cannot be restated. */
  | 'PART'
  /** All of the predecessor. Its figures can be restated on the borders of the successor. */
  | 'WHOLE';

/** A target to remove. The version is that of its plan. */
export type TargetRemoveInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** A target to set for a group, an indicator and a year. It replaces the target that is already set for them, which stays readable in the `versions` of the plan and with `knownAt`. */
export type TargetSetInput = {
  /** The last day to reach the target, in the same year; left out means 31 December. */
  dueOn?: string | null | undefined;
  /** The group of institutions for which the target is set. */
  group: InstitutionGroup;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The code of the indicator, in place of `pillar`. One that is about one group only can have targets for that group only. Left out or null, `pillar` decides. */
  indicator?: string | null | undefined;
  /** The percentage of institutions, above 0 and at most 100, with at most two decimals. */
  percent: number;
  /** The pillar; left out or null means all four together, unless `indicator` names another. */
  pillar?: Pillar | null | undefined;
  /** The id of the plan. */
  plan: string;
  /** How certain the percentage is. CONFIRMED only if the document was read; ILLUSTRATIVE if the percentage was made up. */
  sourceStatus: SourceStatus;
  /** The version of the plan that you read. If the plan has changed since, the request is refused with CONFLICT. */
  version: number;
  /** The year by whose end the target is to be reached, 1900 to 2200. */
  year: number;
};

/** How an institution would move against what it has. */
export type TrialMove =
  /** To a lower one. */
  | 'DOWN'
  /** Not at all. */
  | 'SAME'
  /** To a higher level or stage. */
  | 'UP';

/** The tier of an administrative unit. */
export type UnitKind =
  /** Xã, phường, thị trấn: the lowest tier, under a district until 2025-06-30 and under a province since then. */
  | 'COMMUNE'
  /** Quận, huyện, thị xã: the middle tier, which ended on 2025-06-30. */
  | 'DISTRICT'
  /** Tỉnh, thành phố trực thuộc trung ương: the top tier. 63 units until 2025-06-30, 34 since then. */
  | 'PROVINCE';

/** The state of a status update. */
export type UpdateState =
  /** The update was approved. Only now it counts. */
  | 'APPROVED'
  /** The update is being written: it was not submitted yet, was taken up again after a withdrawal, or was reopened after an approval. */
  | 'DRAFT'
  /** The update was returned with reasons, and has not been submitted again. */
  | 'RETURNED'
  /** The update was submitted, and there is no decision yet. */
  | 'SUBMITTED'
  /** The institution withdrew the update before a decision. */
  | 'WITHDRAWN';

/** What the virus scanner of the hub says of a file. */
export type VirusCheck =
  /** It found nothing. */
  | 'CLEAN'
  /** It has not examined the file yet, because it was not there; it will. */
  | 'NOT_EXAMINED'
  /** It found something harmful: the file is in quarantine, nobody can download it, and it does not count as evidence. */
  | 'WITHHELD';

/** A new webhook. */
export type WebhookCreateInput = {
  /** The cursor of `changes` after which deliveries begin; left out means that they begin with the next publication. */
  after?: string | null | undefined;
  /** The owner and the purpose of the webhook, for operators to read; at most 200 characters. */
  description: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** A public http or https address, without user name and password. */
  url: string;
};

/** A webhook to disable. */
export type WebhookDisableInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The reason why a webhook is disabled. */
export type WebhookDisabledReason =
  /** All attempts failed for five days. */
  | 'FAILING'
  /** An operator disabled it. */
  | 'OPERATOR';

/** A change of a webhook. A value that is left out stays. */
export type WebhookUpdateInput = {
  /** The owner and the purpose of the webhook, for operators to read; at most 200 characters. */
  description?: string | null | undefined;
  /** Whether to resume deliveries: a disabled webhook continues where it stopped, and one that waits after a failure is tried at once. */
  enable?: boolean;
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** Whether to create a new secret. The present secret signs no delivery from then on. */
  renewSecret?: boolean;
  /** A public http or https address, without user name and password. */
  url?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The reason why a count is withheld. Planners of the unit see all counts. */
export type WithheldReason =
  /** The count, or another one from which it could be calculated, is about so few people that it could identify a person. Which of them is not shown, because that would reveal its value. */
  | 'SMALL_COUNT'
  /** The number is calculated from withheld counts and would reveal them. */
  | 'WOULD_REVEAL';

/** The people for whom a class is held, or who were trained. */
export type WorkforceAudience =
  /** Thành viên tổ công nghệ số cộng đồng. */
  | 'COMMUNITY_TEAMS'
  /** Lãnh đạo. */
  | 'LEADERS'
  /** Cán bộ, công chức, viên chức. */
  | 'OFFICIALS'
  /** Người dân. */
  | 'PEOPLE'
  /** Học sinh, sinh viên. */
  | 'STUDENTS'
  /** Giáo viên. */
  | 'TEACHERS';

/** A count of one quantity. */
export type WorkforceCountInput = {
  /** The quantity that was counted. */
  quantity: WorkforceQuantity;
  /** The number; for HAS_UNIT and HAS_DUTY, 1 means yes and 0 means no. */
  value: number;
};

/** A file of counts to import. */
export type WorkforceImportInput = {
  /** The CSV text with a header, separated by , or ; and with at most 1000 rows, within the size limit of a request (docs/limits.md). workforceImportTemplate lists the columns. */
  content: string;
  /** True: the answer shows what would change, and nothing is written. False: the file is imported. */
  dryRun?: boolean;
  /** The name of the file, for the list of imports and the audit trail; null when there is none. */
  fileName?: string | null | undefined;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
};

/** The effect of a row of a file on the registry. */
export type WorkforceImportOutcome =
  /** The row creates a record. */
  | 'CREATED'
  /** The record has the same content already. */
  | 'UNCHANGED'
  /** The row adds a version to the record with the same subject and first day. */
  | 'UPDATED';

/** A quantity that a record can hold. The kind of the record decides which quantities are possible. */
export type WorkforceQuantity =
  /** The agencies that should have an IT officer. */
  | 'AGENCIES'
  /** The AGENCIES that have an IT officer. */
  | 'AGENCIES_WITH_OFFICER'
  /** The classes that were held in the period of the record. */
  | 'CLASSES'
  /** 1 if the agency has a duty for digital transformation, 0 if not. */
  | 'HAS_DUTY'
  /** 1 if the agency has a unit for digital transformation, 0 if not. */
  | 'HAS_UNIT'
  /** The IT officers. */
  | 'OFFICERS'
  /** The OFFICERS who do IT beside other work: kiêm nhiệm. Together with OFFICERS_FULL_TIME they are all OFFICERS. */
  | 'OFFICERS_ASSIGNED'
  /** The OFFICERS with a college degree. */
  | 'OFFICERS_COLLEGE'
  /** The OFFICERS who work full time in IT: chuyên trách. */
  | 'OFFICERS_FULL_TIME'
  /** The OFFICERS with another degree or none. Together with OFFICERS_UNIVERSITY and OFFICERS_COLLEGE they are all OFFICERS. */
  | 'OFFICERS_OTHER'
  /** The OFFICERS with a university degree or higher. */
  | 'OFFICERS_UNIVERSITY'
  /** The people who took part in the CLASSES. */
  | 'PARTICIPANTS'
  /** The members of the teams. */
  | 'TEAM_MEMBERS'
  /** The TEAM_MEMBERS who finished the national online course. */
  | 'TEAM_MEMBERS_TRAINED'
  /** The TEAM_MEMBERS who are teachers. */
  | 'TEAM_TEACHERS'
  /** The communes or hamlets that should have a team. */
  | 'TEAM_UNITS'
  /** All people of the audience, trained or not. */
  | 'TO_BE_TRAINED'
  /** The people who have been trained for digital transformation. */
  | 'TRAINED'
  /** The TEAM_UNITS that have a team. */
  | 'UNITS_WITH_TEAM';

/** A new record: a count of one subject in one period. */
export type WorkforceRecordCreateInput = {
  /** Required for MANDATES. For IT_OFFICERS, null means all agencies together. Refused for other kinds. At most 200 characters. */
  agency?: string | null | undefined;
  /** Required for TRAINING_CLASSES and TRAINED_PEOPLE; refused for other kinds. */
  audience?: WorkforceAudience | null | undefined;
  /** The counts: at least one unless notCounted is true, each of the record’s kind and given once. A quantity that is left out was not counted, which is not the same as zero. */
  counts: Array<WorkforceCountInput>;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The kind of the record. */
  kind: WorkforceRecordKind;
  /** True when the document says that there was no count. The record then has no counts and explains why figures are missing. */
  notCounted?: boolean;
  /** A note for the planners of the unit, at most 2000 characters; null means none. */
  note?: string | null | undefined;
  /** The document with the count, at most 500 characters. */
  source: string;
  /** How certain it is that the document says this. ILLUSTRATIVE if the count was made up. */
  sourceStatus: SourceStatus;
  /** Required for COMMUNITY_TEAMS (COMMUNE or HAMLET). For IT_OFFICERS, null means all tiers together. Refused for other kinds. */
  tier?: WorkforceTier | null | undefined;
  /** For TRAINING_CLASSES only, where null means all topics together; refused for other kinds. At most 200 characters. */
  topic?: string | null | undefined;
  /** The id of the unit whose people, agencies or teams are counted. */
  unit: string;
  /** The day of the count, or the first day of the period that it covers, from 1900 to 2200. The unit must exist on this day. */
  validFrom: string;
  /** The last day on which the count is valid; null means until the subject is counted again. */
  validTo?: string | null | undefined;
};

/** The kind of a record in the workforce registry. */
export type WorkforceRecordKind =
  /** Tổ công nghệ số cộng đồng: community teams of a tier and their members. */
  | 'COMMUNITY_TEAMS'
  /** Cán bộ công nghệ thông tin: IT officers of agencies. */
  | 'IT_OFFICERS'
  /** Whether an agency has a unit, or a duty, for digital transformation. */
  | 'MANDATES'
  /** Người đã được đào tạo về chuyển đổi số: people trained for digital transformation. */
  | 'TRAINED_PEOPLE'
  /** Lớp tập huấn: training classes for an audience in a period. */
  | 'TRAINING_CLASSES';

/** A record to remove. */
export type WorkforceRecordRemoveInput = {
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The reason. At most 2000 characters. */
  reason: string;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The new content of a record, which replaces all of the present content. The subject cannot be changed: to change it, remove the record and create another. */
export type WorkforceRecordUpdateInput = {
  /** The counts: at least one unless notCounted is true, each of the record’s kind and given once. A quantity that is left out was not counted, which is not the same as zero. */
  counts: Array<WorkforceCountInput>;
  /** The id of the record. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** True when the document says that there was no count. The record then has no counts and explains why figures are missing. */
  notCounted?: boolean;
  /** A note for the planners of the unit, at most 2000 characters; null means none. */
  note?: string | null | undefined;
  /** The document with the count, at most 500 characters. */
  source: string;
  /** How certain it is that the document says this. ILLUSTRATIVE if the count was made up. */
  sourceStatus: SourceStatus;
  /** The day of the count, or the first day of the period that it covers, from 1900 to 2200. The unit must exist on this day. */
  validFrom: string;
  /** The last day on which the count is valid; null means until the subject is counted again. */
  validTo?: string | null | undefined;
  /** The version that you read. If the record has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** The level on which community teams and IT officers are counted. */
export type WorkforceTier =
  /** Cấp xã. */
  | 'COMMUNE'
  /** Cấp huyện, until 2025-06-30. */
  | 'DISTRICT'
  /** Thôn, bon, buôn, tổ dân phố. */
  | 'HAMLET'
  /** Cấp tỉnh. */
  | 'PROVINCE';

export type IssuerLinkStartMutationVariables = Exact<{
  input: IssuerLinkStartInput;
}>;


export type IssuerLinkStartMutation = { issuerLinkStart: { __typename: 'IssuerSignInStartPayload', address: string | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type MailPreferencesSetMutationVariables = Exact<{
  input: MailPreferencesSetInput;
}>;


export type MailPreferencesSetMutation = { mailPreferencesSet: { __typename: 'MailPreferencesPayload', mailPreferences: { __typename: 'MailPreferences', language: MailLanguage, declined: Array<ChosenMailKind> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type MailPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type MailPreferencesQuery = { viewer: { __typename: 'Viewer', email: string | null, mailPreferences: { __typename: 'MailPreferences', language: MailLanguage, declined: Array<ChosenMailKind> } } | null };

export type OwnIdentitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnIdentitiesQuery = { viewer: { __typename: 'Viewer', signInName: string | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }> } | null, signInIssuers: Array<{ __typename: 'SignInIssuer', issuer: string, name: string }> };

export type OwnNameChangeMutationVariables = Exact<{
  input: AccountNameChangeInput;
}>;


export type OwnNameChangeMutation = { accountNameChange: { __typename: 'NameChangePayload', name: string | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { viewer: { __typename: 'Viewer', sessions: Array<{ __typename: 'OwnSession', id: string, present: boolean, address: string | null, issuer: string | null, lastUsedAt: string }> } | null };

export type OwnSessionEndMutationVariables = Exact<{
  input: AccountSessionEndInput;
}>;


export type OwnSessionEndMutation = { accountSessionEnd: { __typename: 'AccountSessionEndPayload', ended: boolean, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type OwnSecondFactorQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSecondFactorQuery = { viewer: { __typename: 'Viewer', signInName: string | null, secondFactorRequired: boolean, secondFactor: { __typename: 'OwnSecondFactor', active: boolean, recoveryCodesLeft: number } } | null };

export type SecondFactorStartMutationVariables = Exact<{
  input: SecondFactorStartInput;
}>;


export type SecondFactorStartMutation = { secondFactorStart: { __typename: 'SecondFactorStartPayload', secret: string | null, picture: string | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type SecondFactorConfirmMutationVariables = Exact<{
  input: SecondFactorConfirmInput;
}>;


export type SecondFactorConfirmMutation = { secondFactorConfirm: { __typename: 'SecondFactorConfirmPayload', recoveryCodes: Array<string>, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ChangesQueryVariables = Exact<{
  unit: string;
  from: string;
  to?: string | null | undefined;
  basis: BoundaryBasis;
  group: InstitutionGroup;
  indicator: string;
}>;


export type ChangesQuery = { progressChange: { __typename: 'ProgressChange', from: string, to: string, warnings: Array<{ __typename: 'ProgressWarning', code: ProgressWarningCode, group: InstitutionGroup | null, message: string }>, lines: Array<{ __typename: 'ProgressChangeLine', percentPoints: number | null, before: { __typename: 'ProgressCounts', institutions: number, reported: number, completed: number, percent: number | null, coveragePercent: number | null }, after: { __typename: 'ProgressCounts', institutions: number, reported: number, completed: number, percent: number | null, coveragePercent: number | null }, difference: { __typename: 'ProgressCountsDifference', completed: number, reported: number, institutions: number, notApplicable: number }, parts: Array<{ __typename: 'ProgressChangePart', reason: ProgressChangeReason, count: number, difference: { __typename: 'ProgressCountsDifference', completed: number, reported: number, institutions: number, notApplicable: number } }> }> } | null };

export type CountsThenFragment = { __typename: 'ProgressCounts', institutions: number, reported: number, completed: number, percent: number | null, coveragePercent: number | null };

export type CountsDifferenceFragment = { __typename: 'ProgressCountsDifference', completed: number, reported: number, institutions: number, notApplicable: number };

export type ChangesBehindQueryVariables = Exact<{
  unit: string;
  from: string;
  to?: string | null | undefined;
  basis: BoundaryBasis;
  group: InstitutionGroup;
  indicator: string;
  reason: ProgressChangeReason;
  after?: string | null | undefined;
}>;


export type ChangesBehindQuery = { progressChange: { __typename: 'ProgressChange', lines: Array<{ __typename: 'ProgressChangeLine', parts: Array<{ __typename: 'ProgressChangePart', changed: { __typename: 'ChangedInstitutionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ChangedInstitution', institution: { __typename: 'Institution', id: string, code: string, name: string }, before: { __typename: 'InstitutionThen', counted: boolean, applies: boolean, stage: PillarStage | null, points: number | null, maxPoints: number | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }, after: { __typename: 'InstitutionThen', counted: boolean, applies: boolean, stage: PillarStage | null, points: number | null, maxPoints: number | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null } }> } }> }> } | null };

export type HowItWasFragment = { __typename: 'InstitutionThen', counted: boolean, applies: boolean, stage: PillarStage | null, points: number | null, maxPoints: number | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null };

export type ChangesRoundsQueryVariables = Exact<{ [key: string]: never; }>;


export type ChangesRoundsQuery = { reportingRounds: { __typename: 'ReportingRoundConnection', nodes: Array<{ __typename: 'ReportingRound', id: string, phase: RoundPhase, referenceDate: string }> } };

export type CompareUnitsQueryVariables = Exact<{
  ids: Array<string> | string;
  on?: string | null | undefined;
  basis: BoundaryBasis;
}>;


export type CompareUnitsQuery = { nodes: Array<
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validFrom: string | null, validTo: string | null, progress: { __typename: 'ProgressReport', asOf: string, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }>, warnings: Array<{ __typename: 'ProgressWarning', code: ProgressWarningCode, group: InstitutionGroup | null, message: string }> } | null, parent: { __typename: 'AdministrativeUnit', id: string, name: string } | null }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null> };

export type CompareDaysQueryVariables = Exact<{
  unit: string;
  on?: Array<string> | string | null | undefined;
  basis: BoundaryBasis;
}>;


export type CompareDaysQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validFrom: string | null, validTo: string | null, progressSeries: Array<{ __typename: 'ProgressReport', asOf: string, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }>, warnings: Array<{ __typename: 'ProgressWarning', code: ProgressWarningCode, group: InstitutionGroup | null, message: string }> } | null>, parent: { __typename: 'AdministrativeUnit', id: string, name: string } | null }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ComparedUnitFragment = { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validFrom: string | null, validTo: string | null, parent: { __typename: 'AdministrativeUnit', id: string, name: string } | null };

export type ComparedReportFragment = { __typename: 'ProgressReport', asOf: string, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }>, warnings: Array<{ __typename: 'ProgressWarning', code: ProgressWarningCode, group: InstitutionGroup | null, message: string }> };

export type CompareStartQueryVariables = Exact<{ [key: string]: never; }>;


export type CompareStartQuery = { reportingRounds: { __typename: 'ReportingRoundConnection', nodes: Array<{ __typename: 'ReportingRound', id: string, unit: { __typename: 'AdministrativeUnit', id: string } }> } };

export type AskedQuestionFragment = { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } };

export type FrameworkNamedFragment = { __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> };

export type FrameworkReachedFragment = { __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> };

export type UnitChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
  code: string;
  on?: string | null | undefined;
}>;


export type UnitChoicesQuery = { administrativeUnits: { __typename: 'AdministrativeUnitConnection', nodes: Array<{ __typename: 'AdministrativeUnit', id: string, code: string, name: string }> }, province: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } | null, commune: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } | null };

export type UnitChoiceFragment = { __typename: 'AdministrativeUnit', id: string, code: string, name: string };

export type InstitutionChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
  code: string;
  closed: boolean;
}>;


export type InstitutionChoicesQuery = { institutions: { __typename: 'InstitutionConnection', nodes: Array<{ __typename: 'Institution', id: string, code: string, name: string }> }, institution: { __typename: 'Institution', id: string, code: string, name: string } | null };

export type InstitutionChoiceFragment = { __typename: 'Institution', id: string, code: string, name: string };

export type AccountChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type AccountChoicesQuery = { accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string, name: string, email: string | null }> } };

export type AccountChoiceFragment = { __typename: 'Account', id: string, name: string, email: string | null };

export type ChosenQueryVariables = Exact<{
  id: string;
}>;


export type ChosenQuery = { node:
    | { __typename: 'Account', id: string, name: string, email: string | null }
    | { __typename: 'AdministrativeUnit', id: string, code: string, name: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string, code: string, name: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type UnitByCodeQueryVariables = Exact<{
  code: string;
  kind?: UnitKind | null | undefined;
  on?: string | null | undefined;
}>;


export type UnitByCodeQuery = { administrativeUnit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } | null };

export type UnitsQueryVariables = Exact<{
  search?: string | null | undefined;
  on?: string | null | undefined;
}>;


export type UnitsQuery = { administrativeUnits: { __typename: 'AdministrativeUnitConnection', nodes: Array<{ __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string }> } };

export type HomeHubQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeHubQuery = { hubHealth: { __typename: 'HubHealth', problems: Array<string>, warnings: Array<string>, queues: Array<{ __typename: 'HubQueue', queue: HubQueueName, waiting: number, failed: number }> } | null, unsettled: { __typename: 'InstitutionConnection', totalCount: number }, withoutAccount: { __typename: 'InstitutionConnection', totalCount: number } };

export type HomeUnitQueryVariables = Exact<{
  unit: string;
}>;


export type HomeUnitQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', code: string, kind: UnitKind, name: string, validTo: string | null, id: string, progress: { __typename: 'ProgressReport', asOf: string, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }> } | null }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null, reportingRounds: { __typename: 'ReportingRoundConnection', nodes: Array<{ __typename: 'ReportingRound', id: string, code: string, name: string, phase: RoundPhase, dueOn: string, referenceDate: string }> } };

export type HomeMoversQueryVariables = Exact<{
  unit: string;
  from: string;
  group: InstitutionGroup;
  indicator: string;
}>;


export type HomeMoversQuery = { up: { __typename: 'ProgressMoverConnection', nodes: Array<{ __typename: 'ProgressMover', percentPoints: number | null, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string }, before: { __typename: 'ProgressCounts', percent: number | null } | null, after: { __typename: 'ProgressCounts', percent: number | null } | null }> } | null, down: { __typename: 'ProgressMoverConnection', nodes: Array<{ __typename: 'ProgressMover', percentPoints: number | null, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string }, before: { __typename: 'ProgressCounts', percent: number | null } | null, after: { __typename: 'ProgressCounts', percent: number | null } | null }> } | null };

export type MovedFragment = { __typename: 'ProgressMoverConnection', nodes: Array<{ __typename: 'ProgressMover', percentPoints: number | null, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string }, before: { __typename: 'ProgressCounts', percent: number | null } | null, after: { __typename: 'ProgressCounts', percent: number | null } | null }> };

export type HomeRoundQueryVariables = Exact<{
  round: string;
  unit: string;
}>;


export type HomeRoundQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', canExtend: boolean, id: string, completeness: { __typename: 'RoundCompleteness', total: { __typename: 'CompletenessCounts', called: number, notBegun: number, draft: number, submitted: number, returned: number, approved: number, overdue: number } } | null }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type HomeQueueQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQueueQuery = { statusUpdates: { __typename: 'StatusUpdateConnection', totalCount: number, nodes: Array<{ __typename: 'StatusUpdate', id: string, institution: { __typename: 'Institution', id: string, name: string }, round: { __typename: 'ReportingRound', id: string, name: string }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, answerCounts: { __typename: 'AnswerCounts', changed: number | null } | null } | null }> } };

export type HomeSchoolQueryVariables = Exact<{
  institution: string;
}>;


export type HomeSchoolQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string, participations: { __typename: 'ParticipationConnection', nodes: Array<{ __typename: 'Participation', state: UpdateState | null, dueOn: string, daysLate: number, overdue: boolean, exception: { __typename: 'ParticipationException', kind: ExceptionKind } | null, update: { __typename: 'StatusUpdate', id: string, newestRevision: { __typename: 'StatusUpdateRevision', decisionNote: string | null, answerCounts: { __typename: 'AnswerCounts', asked: number, answered: number } | null } | null } | null, round: { __typename: 'ReportingRound', id: string, name: string } }> } }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type HomeReasonsQueryVariables = Exact<{
  update: string;
}>;


export type HomeReasonsQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string, newestRevision: { __typename: 'StatusUpdateRevision', entries: Array<{ __typename: 'StatusUpdateEntry', returnReason: string | null, criterion: { __typename: 'Criterion', code: string } }> | null } | null }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type InstitutionHistoryQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type InstitutionHistoryQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string, history: { __typename: 'AuditEventConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'AuditEvent', id: string, at: string, accountName: string, action: string, subjectType: string, before: unknown, after: unknown }> } }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type InstitutionLevelsQueryVariables = Exact<{
  id: string;
  on?: string | null | undefined;
}>;


export type InstitutionLevelsQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string, frameworkResults: Array<{ __typename: 'InstitutionFrameworkResult', asOf: string, result: { __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, criteria: Array<{ __typename: 'Criterion', code: string, text: string }>, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> } }> }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type InstitutionListQueryVariables = Exact<{
  filter?: InstitutionFilter | null | undefined;
  orderBy: InstitutionOrder;
  on?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type InstitutionListQuery = { institutions: { __typename: 'InstitutionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, pillars: Array<{ __typename: 'PillarStatus', pillar: Pillar, observation: Observation, stage: PillarStage | null }> }> } };

export type InstitutionPageQueryVariables = Exact<{
  code: string;
  id: string;
  hasId: boolean;
  on?: string | null | undefined;
}>;


export type InstitutionPageQuery = { institution?: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind, levels: Array<EducationLevel>, ownership: Ownership, specialStatus: SpecialStatus | null, openedOn: string | null, closedOn: string | null, sourceStatus: SourceStatus, version: number, canChange: boolean, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, codes: Array<{ __typename: 'InstitutionCode', system: string, code: string, validFrom: string | null, validTo: string | null }>, predecessors: Array<{ __typename: 'InstitutionSuccession', kind: InstitutionSuccessionKind, effectiveOn: string, predecessor: { __typename: 'Institution', id: string, code: string, name: string } }>, successors: Array<{ __typename: 'InstitutionSuccession', kind: InstitutionSuccessionKind, effectiveOn: string, successor: { __typename: 'Institution', id: string, code: string, name: string } }>, contact: { __typename: 'InstitutionContact', email: string | null, telephone: string | null, version: number } | null, campuses: Array<{ __typename: 'Campus', system: string, code: string, name: string, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }>, locations: Array<{ __typename: 'InstitutionLocation', settled: boolean, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } | null, candidates: Array<{ __typename: 'AdministrativeUnit', id: string, name: string }> }>, pillars: Array<{ __typename: 'PillarStatus', pillar: Pillar, observation: Observation, stage: PillarStage | null, points: number | null, maxPoints: number | null, asOf: string | null }> } | null, node?:
    | { __typename: 'Account' }
    | { __typename: 'AdministrativeUnit' }
    | { __typename: 'ApiKey' }
    | { __typename: 'AuditEvent' }
    | { __typename: 'Evidence' }
    | { __typename: 'Framework' }
    | { __typename: 'FrameworkDraft' }
    | { __typename: 'Grant' }
    | { __typename: 'ImportJob' }
    | { __typename: 'ImportRun' }
    | { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind, levels: Array<EducationLevel>, ownership: Ownership, specialStatus: SpecialStatus | null, openedOn: string | null, closedOn: string | null, sourceStatus: SourceStatus, version: number, canChange: boolean, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, codes: Array<{ __typename: 'InstitutionCode', system: string, code: string, validFrom: string | null, validTo: string | null }>, predecessors: Array<{ __typename: 'InstitutionSuccession', kind: InstitutionSuccessionKind, effectiveOn: string, predecessor: { __typename: 'Institution', id: string, code: string, name: string } }>, successors: Array<{ __typename: 'InstitutionSuccession', kind: InstitutionSuccessionKind, effectiveOn: string, successor: { __typename: 'Institution', id: string, code: string, name: string } }>, contact: { __typename: 'InstitutionContact', email: string | null, telephone: string | null, version: number } | null, campuses: Array<{ __typename: 'Campus', system: string, code: string, name: string, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }>, locations: Array<{ __typename: 'InstitutionLocation', settled: boolean, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } | null, candidates: Array<{ __typename: 'AdministrativeUnit', id: string, name: string }> }>, pillars: Array<{ __typename: 'PillarStatus', pillar: Pillar, observation: Observation, stage: PillarStage | null, points: number | null, maxPoints: number | null, asOf: string | null }> }
    | { __typename: 'MailMessage' }
    | { __typename: 'Plan' }
    | { __typename: 'ReportingRound' }
    | { __typename: 'StatusUpdate' }
    | { __typename: 'Target' }
    | { __typename: 'Webhook' }
    | { __typename: 'WorkforceRecord' }
   | null };

export type ShownInstitutionFragment = { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind, levels: Array<EducationLevel>, ownership: Ownership, specialStatus: SpecialStatus | null, openedOn: string | null, closedOn: string | null, sourceStatus: SourceStatus, version: number, canChange: boolean, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, codes: Array<{ __typename: 'InstitutionCode', system: string, code: string, validFrom: string | null, validTo: string | null }>, predecessors: Array<{ __typename: 'InstitutionSuccession', kind: InstitutionSuccessionKind, effectiveOn: string, predecessor: { __typename: 'Institution', id: string, code: string, name: string } }>, successors: Array<{ __typename: 'InstitutionSuccession', kind: InstitutionSuccessionKind, effectiveOn: string, successor: { __typename: 'Institution', id: string, code: string, name: string } }>, contact: { __typename: 'InstitutionContact', email: string | null, telephone: string | null, version: number } | null, campuses: Array<{ __typename: 'Campus', system: string, code: string, name: string, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }>, locations: Array<{ __typename: 'InstitutionLocation', settled: boolean, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } | null, candidates: Array<{ __typename: 'AdministrativeUnit', id: string, name: string }> }>, pillars: Array<{ __typename: 'PillarStatus', pillar: Pillar, observation: Observation, stage: PillarStage | null, points: number | null, maxPoints: number | null, asOf: string | null }> };

export type RegisterCreateMutationVariables = Exact<{
  input: InstitutionCreateInput;
}>;


export type RegisterCreateMutation = { answer: { __typename: 'InstitutionChangePayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, effect: { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RegisterChangeMutationVariables = Exact<{
  input: InstitutionChangeInput;
}>;


export type RegisterChangeMutation = { answer: { __typename: 'InstitutionChangePayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, effect: { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RegisterCloseMutationVariables = Exact<{
  input: InstitutionCloseInput;
}>;


export type RegisterCloseMutation = { answer: { __typename: 'InstitutionChangePayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, effect: { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RegisterReopenMutationVariables = Exact<{
  input: InstitutionReopenInput;
}>;


export type RegisterReopenMutation = { answer: { __typename: 'InstitutionChangePayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, effect: { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RegisterCodeAddMutationVariables = Exact<{
  input: InstitutionCodeAddInput;
}>;


export type RegisterCodeAddMutation = { answer: { __typename: 'InstitutionChangePayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, effect: { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RegisterCampusAddMutationVariables = Exact<{
  input: CampusAddInput;
}>;


export type RegisterCampusAddMutation = { answer: { __typename: 'InstitutionChangePayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, effect: { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RegisterCampusChangeMutationVariables = Exact<{
  input: CampusChangeInput;
}>;


export type RegisterCampusChangeMutation = { answer: { __typename: 'InstitutionChangePayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, effect: { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RegisterContactMutationVariables = Exact<{
  input: InstitutionContactSetInput;
}>;


export type RegisterContactMutation = { institutionContactSet: { __typename: 'InstitutionContactPayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RegisterSuccessionMutationVariables = Exact<{
  input: InstitutionSuccessionRecordInput;
}>;


export type RegisterSuccessionMutation = { answer: { __typename: 'InstitutionChangePayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, effect: { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RegisterAnswerFragment = { __typename: 'InstitutionChangePayload', institution: { __typename: 'Institution', id: string, code: string, name: string, version: number } | null, effect: { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> };

export type RegisterEffectFragment = { __typename: 'InstitutionEffect', asOf: string, changes: Array<{ __typename: 'InstitutionFieldChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ __typename: 'InstitutionFigureChange', group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } }>, roundsJoined: Array<{ __typename: 'ReportingRound', id: string, name: string }>, roundsLeft: Array<{ __typename: 'ReportingRound', id: string, name: string }>, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string }, plan: { __typename: 'Plan', id: string, title: string } }> };

export type MapShapesQueryVariables = Exact<{
  unit: string;
  on?: string | null | undefined;
  basis: BoundaryBasis;
}>;


export type MapShapesQuery = { unitBoundaries: { __typename: 'UnitBoundaries', features: unknown, sources: Array<{ __typename: 'BoundarySource', source: string, licence: string, validFrom: string }>, withoutShape: Array<{ __typename: 'AdministrativeUnit', id: string, name: string }> } | null };

export type AccountAddMutationVariables = Exact<{
  input: AccountCreateInput;
}>;


export type AccountAddMutation = { accountCreate: { __typename: 'AccountPayload', invitationCode: string | null, account: { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type AccountInviteMutationVariables = Exact<{
  input: AccountInviteInput;
}>;


export type AccountInviteMutation = { accountInvite: { __typename: 'AccountPayload', invitationCode: string | null, account: { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type AccountShutOutMutationVariables = Exact<{
  input: AccountDisableInput;
}>;


export type AccountShutOutMutation = { accountDisable: { __typename: 'AccountPayload', account: { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type AccountLetInMutationVariables = Exact<{
  input: AccountEnableInput;
}>;


export type AccountLetInMutation = { accountEnable: { __typename: 'AccountPayload', account: { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type PasswordPutMutationVariables = Exact<{
  input: AccountPasswordResetInput;
}>;


export type PasswordPutMutation = { accountPasswordReset: { __typename: 'AccountPayload', account: { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type DutyAddMutationVariables = Exact<{
  input: GrantAddInput;
}>;


export type DutyAddMutation = { grantAdd: { __typename: 'GrantPayload', grant: { __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type DutyEndMutationVariables = Exact<{
  input: GrantEndInput;
}>;


export type DutyEndMutation = { grantEnd: { __typename: 'GrantPayload', grant: { __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type AccountRenameMutationVariables = Exact<{
  input: AccountRenameInput;
}>;


export type AccountRenameMutation = { accountRename: { __typename: 'AccountPayload', account: { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type AccountUnlinkMutationVariables = Exact<{
  input: AccountUnlinkInput;
}>;


export type AccountUnlinkMutation = { accountUnlink: { __typename: 'AccountPayload', account: { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type AccountSecondFactorResetMutationVariables = Exact<{
  input: AccountSecondFactorResetInput;
}>;


export type AccountSecondFactorResetMutation = { accountSecondFactorReset: { __typename: 'AccountPayload', account: { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type AccountDetailQueryVariables = Exact<{
  account: string;
}>;


export type AccountDetailQuery = { node:
    | { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type AccountFileMutationVariables = Exact<{
  input: AccountImportInput;
}>;


export type AccountFileMutation = { accountImport: { __typename: 'AccountImportPayload', accountImport: { __typename: 'AccountImport', dryRun: boolean, created: number, updated: number, unchanged: number, rows: Array<{ __typename: 'AccountImportRow', row: number, outcome: AccountImportOutcome, name: string, nameBefore: string | null, signInName: string, givesDuty: boolean, role: Role, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }>, invitations: Array<{ __typename: 'AccountInvitation', code: string | null, account: { __typename: 'Account', id: string, name: string, signInName: string | null, invitationEndsAt: string | null, grants: Array<{ __typename: 'Grant', id: string, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } }> } | null, problems: Array<{ __typename: 'AccountImportProblem', row: number, column: string | null, value: string | null, message: string }>, findings: Array<{ __typename: 'AccountImportProblem', row: number, column: string | null, value: string | null, message: string }>, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type AccountTemplateQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountTemplateQuery = { accountImportTemplate: { __typename: 'AccountImportTemplate', csv: string, workbook: string } };

export type AccountsInviteMutationVariables = Exact<{
  input: AccountsInviteInput;
}>;


export type AccountsInviteMutation = { accountsInvite: { __typename: 'AccountsInvitePayload', invitations: Array<{ __typename: 'AccountInvitation', code: string | null, account: { __typename: 'Account', id: string, name: string, signInName: string | null, invitationEndsAt: string | null, grants: Array<{ __typename: 'Grant', id: string, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } }>, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type InvitedFragment = { __typename: 'AccountInvitation', code: string | null, account: { __typename: 'Account', id: string, name: string, signInName: string | null, invitationEndsAt: string | null, grants: Array<{ __typename: 'Grant', id: string, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> } };

export type SchoolsWithoutQueryVariables = Exact<{
  filter?: InstitutionFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SchoolsWithoutQuery = { institutions: { __typename: 'InstitutionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Institution', id: string, code: string, name: string, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }> } };

export type AccountListQueryVariables = Exact<{
  filter?: AccountFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AccountListQuery = { accounts: { __typename: 'AccountConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> }> } };

export type AccountShownFragment = { __typename: 'Account', id: string, name: string, email: string | null, signInName: string | null, state: AccountState, invitationEndsAt: string | null, fromIssuer: boolean, secondFactor: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, passwordChangeRequired: boolean, invitationMail: { __typename: 'MailMessage', id: string, address: string, state: MailState, answer: string | null } | null, identities: Array<{ __typename: 'AccountIdentity', issuer: string, name: string, linkedAt: string }>, grants: Array<{ __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null }> };

export type DutyFragment = { __typename: 'Grant', id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, institution: { __typename: 'Institution', id: string, name: string } | null };

export type AskedNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type AskedNamesQuery = { frameworks: Array<{ __typename: 'Framework', id: string, criteria: Array<{ __typename: 'Criterion', code: string, text: string, question: { __typename: 'Question', code: string, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }> }> };

export type AuditQueryVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AuditQuery = { auditEvents: { __typename: 'AuditEventConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'AuditEvent', id: string, at: string, accountName: string, action: string, subjectType: string, before: unknown, after: unknown, institution: { __typename: 'Institution', id: string, name: string } | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }> } };

export type CriteriaImportMutationVariables = Exact<{
  input: FrameworkImportInput;
}>;


export type CriteriaImportMutation = { frameworkImport: { __typename: 'FrameworkImportPayload', outcome: FrameworkImportOutcome | null, draft: { __typename: 'FrameworkDraft', id: string } | null, framework: { __typename: 'Framework', id: string, name: string } | null, outline: { __typename: 'FrameworkOutline', questions: number, criteria: number, kinds: Array<{ __typename: 'FrameworkKindOutline', kind: InstitutionKind, criteria: number, sections: Array<{ __typename: 'FrameworkSectionOutline', code: string, name: string, points: number }> }>, indicators: Array<{ __typename: 'FrameworkIndicator', code: string, name: string, kinds: Array<InstitutionKind>, isNew: boolean }> } | null, problems: Array<{ __typename: 'FrameworkProblem', path: string, sheet: string | null, row: number | null, column: string | null, message: string }>, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type CriteriaPublishMutationVariables = Exact<{
  input: FrameworkPublishInput;
}>;


export type CriteriaPublishMutation = { frameworkPublish: { __typename: 'FrameworkPayload', framework: { __typename: 'Framework', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type CriteriaRetireMutationVariables = Exact<{
  input: FrameworkRetireInput;
}>;


export type CriteriaRetireMutation = { frameworkRetire: { __typename: 'FrameworkPayload', framework: { __typename: 'Framework', id: string, validTo: string | null, state: FrameworkState, canRetire: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type CriteriaDraftDiscardMutationVariables = Exact<{
  input: FrameworkDraftDiscardInput;
}>;


export type CriteriaDraftDiscardMutation = { frameworkDraftDiscard: { __typename: 'FrameworkDraftDiscardPayload', discarded: boolean, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type OutlineOfCriteriaFragment = { __typename: 'FrameworkOutline', questions: number, criteria: number, kinds: Array<{ __typename: 'FrameworkKindOutline', kind: InstitutionKind, criteria: number, sections: Array<{ __typename: 'FrameworkSectionOutline', code: string, name: string, points: number }> }>, indicators: Array<{ __typename: 'FrameworkIndicator', code: string, name: string, kinds: Array<InstitutionKind>, isNew: boolean }> };

export type ComparisonOfCriteriaFragment = { __typename: 'FrameworkComparison', version: number, changes: Array<{ __typename: 'FrameworkChange', kind: FrameworkChangeKind, code: string | null, before: string | null, after: string | null, addedKinds: Array<InstitutionKind>, droppedKinds: Array<InstitutionKind> }> };

export type CriteriaDetailQueryVariables = Exact<{
  id: string;
}>;


export type CriteriaDetailQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', code: string, version: number, name: string, source: string, sourceStatus: SourceStatus, validFrom: string, validTo: string | null, state: FrameworkState, canRetire: boolean, id: string, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }>, outline: { __typename: 'FrameworkOutline', questions: number, criteria: number, kinds: Array<{ __typename: 'FrameworkKindOutline', kind: InstitutionKind, criteria: number, sections: Array<{ __typename: 'FrameworkSectionOutline', code: string, name: string, points: number }> }>, indicators: Array<{ __typename: 'FrameworkIndicator', code: string, name: string, kinds: Array<InstitutionKind>, isNew: boolean }> }, comparison: { __typename: 'FrameworkComparison', version: number, changes: Array<{ __typename: 'FrameworkChange', kind: FrameworkChangeKind, code: string | null, before: string | null, after: string | null, addedKinds: Array<InstitutionKind>, droppedKinds: Array<InstitutionKind> }> } | null }
    | { __typename: 'FrameworkDraft', code: string, frameworkVersion: number, name: string, source: string, sourceStatus: SourceStatus, validFrom: string, storedBy: string | null, updatedAt: string, canPublish: boolean, id: string, draftVersion: number, draftValidTo: string | null, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }>, outline: { __typename: 'FrameworkOutline', questions: number, criteria: number, kinds: Array<{ __typename: 'FrameworkKindOutline', kind: InstitutionKind, criteria: number, sections: Array<{ __typename: 'FrameworkSectionOutline', code: string, name: string, points: number }> }>, indicators: Array<{ __typename: 'FrameworkIndicator', code: string, name: string, kinds: Array<InstitutionKind>, isNew: boolean }> }, comparison: { __typename: 'FrameworkComparison', version: number, changes: Array<{ __typename: 'FrameworkChange', kind: FrameworkChangeKind, code: string | null, before: string | null, after: string | null, addedKinds: Array<InstitutionKind>, droppedKinds: Array<InstitutionKind> }> } | null, problems: Array<{ __typename: 'FrameworkProblem', path: string, sheet: string | null, row: number | null, column: string | null, message: string }> }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type CriteriaFormQueryVariables = Exact<{
  id: string;
  kind: InstitutionKind;
}>;


export type CriteriaFormQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string, form: Array<{ __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }> }
    | { __typename: 'FrameworkDraft', id: string, form: Array<{ __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }> }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type CriteriaListQueryVariables = Exact<{ [key: string]: never; }>;


export type CriteriaListQuery = { frameworks: Array<{ __typename: 'Framework', id: string, code: string, version: number, name: string, sourceStatus: SourceStatus, validFrom: string, validTo: string | null, state: FrameworkState }>, frameworkDrafts: Array<{ __typename: 'FrameworkDraft', id: string, code: string, frameworkVersion: number, name: string, sourceStatus: SourceStatus, validFrom: string, validTo: string | null, updatedAt: string, storedBy: string | null, problems: Array<{ __typename: 'FrameworkProblem', path: string }> }> };

export type CriteriaTrialQueryVariables = Exact<{
  framework: string;
  unit: string;
  asOf?: string | null | undefined;
}>;


export type CriteriaTrialQuery = { frameworkTrial: { __typename: 'FrameworkTrial', asOf: string, inForce: { __typename: 'Framework', id: string, version: number } | null, summary: { __typename: 'TrialSummary', institutions: number, unknown: number, levelUp: number, levelDown: number, levels: Array<{ __typename: 'TrialLevel', level: number | null, institutions: number }>, indicators: Array<{ __typename: 'TrialIndicator', indicator: string, completed: number, inProgress: number, notStarted: number, unknown: number, up: number, down: number }> }, units: Array<{ __typename: 'TrialUnit', unit: { __typename: 'AdministrativeUnit', id: string, name: string }, summary: { __typename: 'TrialSummary', institutions: number, unknown: number, levelUp: number, levelDown: number } }>, institutions: Array<{ __typename: 'TriedInstitution', level: number | null, levelMove: TrialMove | null, unasked: Array<string>, institution: { __typename: 'Institution', id: string, code: string, name: string }, indicators: Array<{ __typename: 'TriedIndicator', indicator: string, move: TrialMove | null }> }> } | null };

export type TrialCountsFragment = { __typename: 'TrialSummary', institutions: number, unknown: number, levelUp: number, levelDown: number };

export type HubHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type HubHealthQuery = { hubHealth: { __typename: 'HubHealth', version: string, startedAt: string, problems: Array<string>, warnings: Array<string>, database: { __typename: 'HubDatabase', version: string, migration: string, megabytes: number, connections: number, mostConnections: number, lockWaits: number }, disk: { __typename: 'HubDisk', freeMegabytes: number, reserveMegabytes: number } | null, queues: Array<{ __typename: 'HubQueue', queue: HubQueueName, waiting: number, failed: number, lastFailure: { __typename: 'HubFailure', at: string, what: string, reason: string | null } | null }>, virusScanner: { __typename: 'HubVirusScanner', isReachable: boolean, notExamined: number } | null, withheldFiles: Array<{ __typename: 'HubWithheldFile', sha256: string, name: string, institution: string, virus: string, examinedAt: string }>, errors: Array<{ __typename: 'HubError', at: string, message: string, reason: string | null, requestId: string | null }> } | null };

export type ImportStartMutationVariables = Exact<{
  input: ImportJobStartInput;
}>;


export type ImportStartMutation = { importJobStart: { __typename: 'ImportJobStartPayload', importJob: { __typename: 'ImportJob', id: string, version: number, kind: ImportKind, file: string, accountName: string, createdAt: string, state: ImportJobState, percent: number, working: boolean, undoes: boolean, from: string | null, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, leftOut: number, answered: number, message: string | null, importRun: { __typename: 'ImportRun', id: string, number: number, undoneAt: string | null, undoneBy: string | null } | null } | null, upload: { __typename: 'ImportUpload', address: string, mostBytes: number } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ImportTakeBackMutationVariables = Exact<{
  input: ImportJobUndoInput;
}>;


export type ImportTakeBackMutation = { importJobUndo: { __typename: 'ImportJobStartPayload', importJob: { __typename: 'ImportJob', id: string, version: number, kind: ImportKind, file: string, accountName: string, createdAt: string, state: ImportJobState, percent: number, working: boolean, undoes: boolean, from: string | null, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, leftOut: number, answered: number, message: string | null, importRun: { __typename: 'ImportRun', id: string, number: number, undoneAt: string | null, undoneBy: string | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ImportAnswerMutationVariables = Exact<{
  input: ImportJobAnswerInput;
}>;


export type ImportAnswerMutation = { importJobAnswer: { __typename: 'ImportJobPayload', importJob: { __typename: 'ImportJob', id: string, version: number, kind: ImportKind, file: string, accountName: string, createdAt: string, state: ImportJobState, percent: number, working: boolean, undoes: boolean, from: string | null, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, leftOut: number, answered: number, message: string | null, importRun: { __typename: 'ImportRun', id: string, number: number, undoneAt: string | null, undoneBy: string | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ImportSaveMutationVariables = Exact<{
  input: ImportJobSaveInput;
}>;


export type ImportSaveMutation = { importJobSave: { __typename: 'ImportJobPayload', importJob: { __typename: 'ImportJob', id: string, version: number, kind: ImportKind, file: string, accountName: string, createdAt: string, state: ImportJobState, percent: number, working: boolean, undoes: boolean, from: string | null, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, leftOut: number, answered: number, message: string | null, importRun: { __typename: 'ImportRun', id: string, number: number, undoneAt: string | null, undoneBy: string | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ImportDiscardMutationVariables = Exact<{
  input: ImportJobDiscardInput;
}>;


export type ImportDiscardMutation = { importJobDiscard: { __typename: 'ImportJobPayload', importJob: { __typename: 'ImportJob', id: string, version: number, kind: ImportKind, file: string, accountName: string, createdAt: string, state: ImportJobState, percent: number, working: boolean, undoes: boolean, from: string | null, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, leftOut: number, answered: number, message: string | null, importRun: { __typename: 'ImportRun', id: string, number: number, undoneAt: string | null, undoneBy: string | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ImportColumnsQueryVariables = Exact<{
  kind: ImportKind;
}>;


export type ImportColumnsQuery = { importColumns: Array<{ __typename: 'ImportColumn', name: string, required: boolean, meaning: string, values: Array<string> }> };

export type ImportJobDetailQueryVariables = Exact<{
  id: string;
}>;


export type ImportJobDetailQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string, version: number, kind: ImportKind, file: string, accountName: string, createdAt: string, state: ImportJobState, percent: number, working: boolean, undoes: boolean, from: string | null, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, leftOut: number, answered: number, message: string | null, importRun: { __typename: 'ImportRun', id: string, number: number, undoneAt: string | null, undoneBy: string | null } | null }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ImportJobListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ImportJobListQuery = { importJobs: { __typename: 'ImportJobConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ImportJob', id: string, version: number, kind: ImportKind, file: string, accountName: string, createdAt: string, state: ImportJobState, percent: number, working: boolean, undoes: boolean, from: string | null, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, leftOut: number, answered: number, message: string | null, importRun: { __typename: 'ImportRun', id: string, number: number, undoneAt: string | null, undoneBy: string | null } | null }> } };

export type ImportJobShownFragment = { __typename: 'ImportJob', id: string, version: number, kind: ImportKind, file: string, accountName: string, createdAt: string, state: ImportJobState, percent: number, working: boolean, undoes: boolean, from: string | null, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, leftOut: number, answered: number, message: string | null, importRun: { __typename: 'ImportRun', id: string, number: number, undoneAt: string | null, undoneBy: string | null } | null };

export type ImportJobRowsQueryVariables = Exact<{
  id: string;
  kinds?: Array<ImportJobRowKind> | ImportJobRowKind | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ImportJobRowsQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string, rows: { __typename: 'ImportJobRowConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ImportJobRow', row: number, kind: ImportJobRowKind, subject: string | null, column: string | null, value: string | null, code: string | null, message: string | null, mayBeSame: boolean, changes: Array<{ __typename: 'ImportJobChange', column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }> }> } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type UnsettledQueryVariables = Exact<{
  unit?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type UnsettledQuery = { institutions: { __typename: 'InstitutionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Institution', id: string, code: string, name: string, canChange: boolean, codes: Array<{ __typename: 'InstitutionCode', system: string, code: string, validTo: string | null }>, locations: Array<{ __typename: 'InstitutionLocation', validFrom: string | null, validTo: string | null, settled: boolean, unit: { __typename: 'AdministrativeUnit', id: string, code: string, name: string } | null, candidates: Array<{ __typename: 'AdministrativeUnit', id: string, code: string, name: string }> }> }> } };

export type KeyAddMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type KeyAddMutation = { apiKeyCreate: { __typename: 'ApiKeyIssuedPayload', secret: string | null, apiKey: { __typename: 'ApiKey', id: string, name: string, scopes: Array<ApiKeyScope>, version: number, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type KeyRotateMutationVariables = Exact<{
  input: ApiKeyRotateInput;
}>;


export type KeyRotateMutation = { apiKeyRotate: { __typename: 'ApiKeyIssuedPayload', secret: string | null, apiKey: { __typename: 'ApiKey', id: string, name: string, scopes: Array<ApiKeyScope>, version: number, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type KeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type KeyRevokeMutation = { apiKeyRevoke: { __typename: 'ApiKeyPayload', apiKey: { __typename: 'ApiKey', id: string, name: string, scopes: Array<ApiKeyScope>, version: number, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type KeyDetailQueryVariables = Exact<{
  key: string;
}>;


export type KeyDetailQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string, name: string, scopes: Array<ApiKeyScope>, version: number, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, secrets: Array<{ __typename: 'ApiKeySecret', prefix: string, createdAt: string, goodUntil: string | null, lastUsedAt: string | null }> }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type KeyListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type KeyListQuery = { apiKeys: { __typename: 'ApiKeyConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ApiKey', id: string, name: string, scopes: Array<ApiKeyScope>, version: number, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null }> } };

export type KeyShownFragment = { __typename: 'ApiKey', id: string, name: string, scopes: Array<ApiKeyScope>, version: number, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null };

export type MailAgainMutationVariables = Exact<{
  input: MailResendInput;
}>;


export type MailAgainMutation = { mailResend: { __typename: 'MailMessagePayload', mailMessage: { __typename: 'MailMessage', id: string, version: number, kind: MailKind, state: MailState, address: string, attempts: number, answer: string | null, createdAt: string, nextAttemptAt: string | null, settledAt: string | null, account: { __typename: 'Account', id: string, name: string }, institution: { __typename: 'Institution', id: string, code: string, name: string } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type MailListQueryVariables = Exact<{
  filter?: MailMessageFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MailListQuery = { mailMessages: { __typename: 'MailMessageConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'MailMessage', id: string, version: number, kind: MailKind, state: MailState, address: string, attempts: number, answer: string | null, createdAt: string, nextAttemptAt: string | null, settledAt: string | null, account: { __typename: 'Account', id: string, name: string }, institution: { __typename: 'Institution', id: string, code: string, name: string } | null }> } };

export type MailShownFragment = { __typename: 'MailMessage', id: string, version: number, kind: MailKind, state: MailState, address: string, attempts: number, answer: string | null, createdAt: string, nextAttemptAt: string | null, settledAt: string | null, account: { __typename: 'Account', id: string, name: string }, institution: { __typename: 'Institution', id: string, code: string, name: string } | null };

export type MailStandingQueryVariables = Exact<{ [key: string]: never; }>;


export type MailStandingQuery = { mailSending: { __typename: 'MailSending', from: string | null, counts: Array<{ __typename: 'MailStateCount', state: MailState, mails: number }> } | null };

export type IndicatorListQueryVariables = Exact<{ [key: string]: never; }>;


export type IndicatorListQuery = { indicators: Array<{ __typename: 'Indicator', code: string, name: string, group: InstitutionGroup | null }> };

export type PlanAddMutationVariables = Exact<{
  input: PlanCreateInput;
}>;


export type PlanAddMutation = { planCreate: { __typename: 'PlanPayload', plan: { __typename: 'Plan', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type PlanListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PlanListQuery = { plans: { __typename: 'PlanConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Plan', id: string, document: string, title: string, issuer: string, issuedOn: string | null, url: string | null, sourceStatus: SourceStatus, version: number, canUpdate: boolean, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, percent: number, year: number, dueOn: string, sourceStatus: SourceStatus, indicator: { __typename: 'Indicator', code: string, name: string } }> }> } };

export type PlanChangeMutationVariables = Exact<{
  input: PlanUpdateInput;
}>;


export type PlanChangeMutation = { planUpdate: { __typename: 'PlanPayload', plan: { __typename: 'Plan', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type TargetHistoryQueryVariables = Exact<{
  plan: string;
}>;


export type TargetHistoryQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', version: number, id: string, versions: { __typename: 'PlanConnection', nodes: Array<{ __typename: 'Plan', id: string, supersededAt: string | null, targets: Array<{ __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, indicator: { __typename: 'Indicator', code: string, name: string } }> }> } }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type TargetDropMutationVariables = Exact<{
  input: TargetRemoveInput;
}>;


export type TargetDropMutation = { targetRemove: { __typename: 'PlanPayload', plan: { __typename: 'Plan', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type TargetPutMutationVariables = Exact<{
  input: TargetSetInput;
}>;


export type TargetPutMutation = { targetSet: { __typename: 'TargetPayload', target: { __typename: 'Target', id: string, group: InstitutionGroup, year: number, percent: number, dueOn: string, sourceStatus: SourceStatus, indicator: { __typename: 'Indicator', code: string, name: string } } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ExtendOnesMutationVariables = Exact<{
  input: ParticipationExtendInput;
}>;


export type ExtendOnesMutation = { participationExtend: { __typename: 'ParticipationExceptionPayload', participations: Array<{ __typename: 'Participation', institution: { __typename: 'Institution', id: string, code: string } }> | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ReopenOnesMutationVariables = Exact<{
  input: ParticipationReopenInput;
}>;


export type ReopenOnesMutation = { participationReopen: { __typename: 'ParticipationExceptionPayload', participations: Array<{ __typename: 'Participation', institution: { __typename: 'Institution', id: string, code: string } }> | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ExcuseOnesMutationVariables = Exact<{
  input: ParticipationExcuseInput;
}>;


export type ExcuseOnesMutation = { participationExcuse: { __typename: 'ParticipationExceptionPayload', participations: Array<{ __typename: 'Participation', institution: { __typename: 'Institution', id: string, code: string } }> | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type EndExceptionsMutationVariables = Exact<{
  input: ParticipationExceptionTakeBackInput;
}>;


export type EndExceptionsMutation = { participationExceptionTakeBack: { __typename: 'ParticipationExceptionPayload', participations: Array<{ __typename: 'Participation', institution: { __typename: 'Institution', id: string, code: string } }> | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ExceptionDoneFragment = { __typename: 'ParticipationExceptionPayload', participations: Array<{ __typename: 'Participation', institution: { __typename: 'Institution', id: string, code: string } }> | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> };

export type FrameworksQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameworksQuery = { frameworks: Array<{ __typename: 'Framework', id: string, name: string, version: number, sourceStatus: SourceStatus }> };

export type LateQueryVariables = Exact<{
  round: string;
  filter: ParticipationFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type LateQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string, participations: { __typename: 'ParticipationConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Participation', state: UpdateState | null, daysLate: number, dueOn: string, institution: { __typename: 'Institution', id: string, code: string, name: string, contact: { __typename: 'InstitutionContact', email: string | null, telephone: string | null } | null }, unit: { __typename: 'AdministrativeUnit', id: string, name: string } }> } }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ParticipantsQueryVariables = Exact<{
  round: string;
  filter?: ParticipationFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ParticipantsQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string, participations: { __typename: 'ParticipationConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Participation', state: UpdateState | null, phase: RoundPhase, dueOn: string, closesOn: string, update: { __typename: 'StatusUpdate', id: string, revision: number | null } | null, exception: { __typename: 'ParticipationException', kind: ExceptionKind, reason: string, recordedBy: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string }, unit: { __typename: 'AdministrativeUnit', id: string, name: string } }> } }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ReminderPreviewQueryVariables = Exact<{
  round: string;
  unit?: string | null | undefined;
  audience: Array<ReminderAudience> | ReminderAudience;
  note?: string | null | undefined;
}>;


export type ReminderPreviewQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string, reminder: { __typename: 'ReminderPreview', isSent: boolean, institutions: number, mails: number, unreachable: number, remindedToday: number, subject: string | null, text: string | null } | null }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ReminderSendMutationVariables = Exact<{
  input: MailReminderSendInput;
}>;


export type ReminderSendMutation = { mailReminderSend: { __typename: 'MailReminderPayload', institutions: number, mails: number, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RoundAmendMutationVariables = Exact<{
  input: ReportingRoundAmendInput;
}>;


export type RoundAmendMutation = { reportingRoundAmend: { __typename: 'ReportingRoundPayload', reportingRound: { __typename: 'ReportingRound', id: string, name: string, referenceDate: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, canOpen: boolean, canExtend: boolean, canClose: boolean, canAmend: boolean, canWithdraw: boolean, withdrawnAt: string | null, withdrawalReason: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RoundCallingQueryVariables = Exact<{
  unit: string;
  frameworks: Array<string> | string;
  referenceDate: string;
}>;


export type RoundCallingQuery = { reportingRoundPreview: { __typename: 'RoundCalling', called: number, notCalledCount: number, kinds: Array<{ __typename: 'CalledKind', kind: InstitutionKind, reason: NotCalledReason | null, institutions: number }>, notCalled: Array<{ __typename: 'NotCalledInstitution', reason: NotCalledReason, institution: { __typename: 'Institution', id: string, code: string, name: string } }> } | null };

export type RoundCloseMutationVariables = Exact<{
  input: ReportingRoundCloseInput;
}>;


export type RoundCloseMutation = { reportingRoundClose: { __typename: 'ReportingRoundPayload', reportingRound: { __typename: 'ReportingRound', id: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, canOpen: boolean, canExtend: boolean, canClose: boolean, canAmend: boolean, canWithdraw: boolean, withdrawnAt: string | null, withdrawalReason: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RoundCreateMutationVariables = Exact<{
  input: ReportingRoundCreateInput;
}>;


export type RoundCreateMutation = { reportingRoundCreate: { __typename: 'ReportingRoundPayload', reportingRound: { __typename: 'ReportingRound', id: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, canOpen: boolean, canExtend: boolean, canClose: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RoundDetailQueryVariables = Exact<{
  round: string;
}>;


export type RoundDetailQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', name: string, code: string, referenceDate: string, id: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, canOpen: boolean, canExtend: boolean, canClose: boolean, canAmend: boolean, canWithdraw: boolean, withdrawnAt: string | null, withdrawalReason: string | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string }, frameworks: Array<{ __typename: 'Framework', id: string, name: string }>, completeness: { __typename: 'RoundCompleteness', total: { __typename: 'CompletenessCounts', called: number, notBegun: number, draft: number, submitted: number, returned: number, approved: number, overdue: number }, groups: Array<{ __typename: 'GroupCompleteness', group: InstitutionGroup | null, counts: { __typename: 'CompletenessCounts', called: number, notBegun: number, draft: number, submitted: number, returned: number, approved: number, overdue: number } }>, lines: Array<{ __typename: 'UnitCompleteness', group: InstitutionGroup | null, unit: { __typename: 'AdministrativeUnit', id: string, name: string }, counts: { __typename: 'CompletenessCounts', called: number, notBegun: number, draft: number, submitted: number, returned: number, approved: number, overdue: number } }> } | null }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type CountsFragment = { __typename: 'CompletenessCounts', called: number, notBegun: number, draft: number, submitted: number, returned: number, approved: number, overdue: number };

export type RoundTurnFragment = { __typename: 'ReportingRound', version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, canOpen: boolean, canExtend: boolean, canClose: boolean, canAmend: boolean, canWithdraw: boolean, withdrawnAt: string | null, withdrawalReason: string | null };

export type RoundExtendMutationVariables = Exact<{
  input: ReportingRoundExtendInput;
}>;


export type RoundExtendMutation = { reportingRoundExtend: { __typename: 'ReportingRoundPayload', reportingRound: { __typename: 'ReportingRound', id: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, canOpen: boolean, canExtend: boolean, canClose: boolean, canAmend: boolean, canWithdraw: boolean, withdrawnAt: string | null, withdrawalReason: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RoundListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RoundListQuery = { reportingRounds: { __typename: 'ReportingRoundConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ReportingRound', id: string, code: string, name: string, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, unit: { __typename: 'AdministrativeUnit', id: string, name: string } }> } };

export type RoundOpenMutationVariables = Exact<{
  input: ReportingRoundOpenInput;
}>;


export type RoundOpenMutation = { reportingRoundOpen: { __typename: 'ReportingRoundPayload', reportingRound: { __typename: 'ReportingRound', id: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, canOpen: boolean, canExtend: boolean, canClose: boolean, canAmend: boolean, canWithdraw: boolean, withdrawnAt: string | null, withdrawalReason: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RoundWithdrawMutationVariables = Exact<{
  input: ReportingRoundWithdrawInput;
}>;


export type RoundWithdrawMutation = { reportingRoundWithdraw: { __typename: 'ReportingRoundPayload', reportingRound: { __typename: 'ReportingRound', id: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, canOpen: boolean, canExtend: boolean, canClose: boolean, canAmend: boolean, canWithdraw: boolean, withdrawnAt: string | null, withdrawalReason: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type WebhookAddMutationVariables = Exact<{
  input: WebhookCreateInput;
}>;


export type WebhookAddMutation = { webhookCreate: { __typename: 'WebhookSecretPayload', secret: string | null, webhook: { __typename: 'Webhook', id: string, version: number, url: string, description: string, deliveredAt: string | null, failures: number, failingSince: string | null, lastFailure: string | null, nextAttemptAt: string | null, disabledAt: string | null, disabledReason: WebhookDisabledReason | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type WebhookChangeMutationVariables = Exact<{
  input: WebhookUpdateInput;
}>;


export type WebhookChangeMutation = { webhookUpdate: { __typename: 'WebhookSecretPayload', secret: string | null, webhook: { __typename: 'Webhook', id: string, version: number, url: string, description: string, deliveredAt: string | null, failures: number, failingSince: string | null, lastFailure: string | null, nextAttemptAt: string | null, disabledAt: string | null, disabledReason: WebhookDisabledReason | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type WebhookStopMutationVariables = Exact<{
  input: WebhookDisableInput;
}>;


export type WebhookStopMutation = { webhookDisable: { __typename: 'WebhookPayload', webhook: { __typename: 'Webhook', id: string, version: number, url: string, description: string, deliveredAt: string | null, failures: number, failingSince: string | null, lastFailure: string | null, nextAttemptAt: string | null, disabledAt: string | null, disabledReason: WebhookDisabledReason | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type WebhookListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type WebhookListQuery = { webhooks: { __typename: 'WebhookConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Webhook', id: string, version: number, url: string, description: string, deliveredAt: string | null, failures: number, failingSince: string | null, lastFailure: string | null, nextAttemptAt: string | null, disabledAt: string | null, disabledReason: WebhookDisabledReason | null }> } };

export type WebhookShownFragment = { __typename: 'Webhook', id: string, version: number, url: string, description: string, deliveredAt: string | null, failures: number, failingSince: string | null, lastFailure: string | null, nextAttemptAt: string | null, disabledAt: string | null, disabledReason: WebhookDisabledReason | null };

export type CountedQueryVariables = Exact<{
  unit: string;
  on?: string | null | undefined;
  basis: BoundaryBasis;
  group: InstitutionGroup;
  indicator: string;
  figure: ProgressFigure;
  after?: string | null | undefined;
}>;


export type CountedQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string, progress: { __typename: 'ProgressReport', asOf: string, lines: Array<{ __typename: 'ProgressLine', counted: { __typename: 'InstitutionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind }> } }> } | null }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type OverviewQueryVariables = Exact<{
  code: string;
  kind?: UnitKind | null | undefined;
  on?: string | null | undefined;
  basis: BoundaryBasis;
  named: boolean;
}>;


export type OverviewQuery = { administrativeUnit?: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validFrom: string | null, validTo: string | null, parent: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } | null, predecessors: Array<{ __typename: 'UnitSuccession', effectiveOn: string, extent: SuccessionExtent, predecessor: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validTo: string | null } }>, successors: Array<{ __typename: 'UnitSuccession', effectiveOn: string, extent: SuccessionExtent, successor: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } }>, progress: { __typename: 'ProgressReport', asOf: string, knownAt: string, basis: BoundaryBasis, standingMethod: { __typename: 'StandingMethod', id: string, version: number }, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }>, warnings: Array<{ __typename: 'ProgressWarning', code: ProgressWarningCode, message: string, group: InstitutionGroup | null }> } | null } | null, reportingRounds?: { __typename: 'ReportingRoundConnection', nodes: Array<{ __typename: 'ReportingRound', id: string, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validFrom: string | null, validTo: string | null, parent: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } | null, predecessors: Array<{ __typename: 'UnitSuccession', effectiveOn: string, extent: SuccessionExtent, predecessor: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validTo: string | null } }>, successors: Array<{ __typename: 'UnitSuccession', effectiveOn: string, extent: SuccessionExtent, successor: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } }>, progress: { __typename: 'ProgressReport', asOf: string, knownAt: string, basis: BoundaryBasis, standingMethod: { __typename: 'StandingMethod', id: string, version: number }, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }>, warnings: Array<{ __typename: 'ProgressWarning', code: ProgressWarningCode, message: string, group: InstitutionGroup | null }> } | null } }> } };

export type OverviewUnitFragment = { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validFrom: string | null, validTo: string | null, parent: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } | null, predecessors: Array<{ __typename: 'UnitSuccession', effectiveOn: string, extent: SuccessionExtent, predecessor: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validTo: string | null } }>, successors: Array<{ __typename: 'UnitSuccession', effectiveOn: string, extent: SuccessionExtent, successor: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } }>, progress: { __typename: 'ProgressReport', asOf: string, knownAt: string, basis: BoundaryBasis, standingMethod: { __typename: 'StandingMethod', id: string, version: number }, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }>, warnings: Array<{ __typename: 'ProgressWarning', code: ProgressWarningCode, message: string, group: InstitutionGroup | null }> } | null };

export type LineFiguresFragment = { __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> };

export type RankingQueryVariables = Exact<{
  unit: string;
  tier?: UnitKind | null | undefined;
  on?: string | null | undefined;
  basis: BoundaryBasis;
  group: InstitutionGroup;
  indicator: string;
  year?: number | null | undefined;
  order?: BreakdownOrderInput | null | undefined;
  direction?: OrderDirection | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RankingQuery = { breakdown: { __typename: 'BreakdownRowConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'BreakdownRow', rank: number | null, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string } | null, line: { __typename: 'ProgressLine', group: InstitutionGroup, institutions: number, completed: number, reported: number, notReported: number, percent: number | null, upperPercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> } }> } | null };

export type RankedLineFragment = { __typename: 'ProgressLine', group: InstitutionGroup, institutions: number, completed: number, reported: number, notReported: number, percent: number | null, upperPercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> };

export type TrendQueryVariables = Exact<{
  unit: string;
  basis: BoundaryBasis;
  group: InstitutionGroup;
  indicators?: Array<string> | string | null | undefined;
}>;


export type TrendQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string, progressSeries: Array<{ __typename: 'ProgressReport', asOf: string, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }> } | null>, predecessors: Array<{ __typename: 'UnitSuccession', extent: SuccessionExtent, predecessor: { __typename: 'AdministrativeUnit', id: string, name: string, progress: { __typename: 'ProgressReport', asOf: string, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, institutions: number, completed: number, reported: number, notReported: number, percent: number | null, upperPercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }> } | null } }> }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ReceiptQueryVariables = Exact<{
  id: string;
}>;


export type ReceiptQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', state: UpdateState | null, id: string, institution: { __typename: 'Institution', code: string, name: string, kind: InstitutionKind }, round: { __typename: 'ReportingRound', code: string, name: string, referenceDate: string, dueOn: string, frameworks: Array<{ __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }> }, participation: { __typename: 'Participation', unit: { __typename: 'AdministrativeUnit', name: string, parent: { __typename: 'AdministrativeUnit', name: string } | null } } | null, revisions: Array<{ __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, evidence: Array<{ __typename: 'Evidence', id: string, name: string }> }> | null }> }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ReceiptRevisionFragment = { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, evidence: Array<{ __typename: 'Evidence', id: string, name: string }> }> | null };

export type ReceiptEntryFragment = { __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, evidence: Array<{ __typename: 'Evidence', id: string, name: string }> };

export type FormImportMutationVariables = Exact<{
  input: StatusUpdateImportInput;
}>;


export type FormImportMutation = { statusUpdateImport: { __typename: 'StatusUpdateImportPayload', version: number | null, institution: { __typename: 'Institution', id: string, code: string, name: string } | null, answers: Array<{ __typename: 'StatusUpdateImportedAnswer', changedMeanwhile: boolean, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, before: { __typename: 'StatusUpdateGivenAnswer', value: number | null, total: number | null, choice: string | null, text: string | null, doesNotApply: string | null, comment: string | null }, after: { __typename: 'StatusUpdateGivenAnswer', value: number | null, total: number | null, choice: string | null, text: string | null, doesNotApply: string | null, comment: string | null } }>, problems: Array<{ __typename: 'StatusUpdateFormProblem', sheet: string, row: number | null, column: string | null, message: string }>, submissionProblems: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }>, statusUpdate: { __typename: 'StatusUpdate', id: string, state: UpdateState | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type PartsOfAnswerFragment = { __typename: 'StatusUpdateGivenAnswer', value: number | null, total: number | null, choice: string | null, text: string | null, doesNotApply: string | null, comment: string | null };

export type EvidenceLinkMutationVariables = Exact<{
  input: EvidenceLinkAddInput;
}>;


export type EvidenceLinkMutation = { evidenceLinkAdd: { __typename: 'EvidenceLinkAddPayload', evidence: { __typename: 'Evidence', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type EvidenceTakeBackMutationVariables = Exact<{
  input: EvidenceRemoveInput;
}>;


export type EvidenceTakeBackMutation = { evidenceRemove: { __typename: 'EvidenceRemovePayload', removed: string | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type EvidenceUploadMutationVariables = Exact<{
  input: EvidenceUploadStartInput;
}>;


export type EvidenceUploadMutation = { evidenceUploadStart: { __typename: 'EvidenceUploadStartPayload', upload: { __typename: 'EvidenceUpload', address: string, mostBytes: number } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ReportReopenMutationVariables = Exact<{
  input: StatusUpdateReopenInput;
}>;


export type ReportReopenMutation = { statusUpdateReopen: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canSave: boolean, canSubmit: boolean, canWithdraw: boolean, canReopen: boolean, lockReason: LockReason | null, submissionProblems: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }>, newestRevision: { __typename: 'StatusUpdateRevision', number: number, note: string | null, submittedAt: string | null, submittedBy: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, comment: string | null, prefilled: boolean, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, file: { __typename: 'EvidenceFile', mediaType: string, size: number, findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, revisions: Array<{ __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, entries: Array<{ __typename: 'StatusUpdateEntry', returnReason: string | null, criterion: { __typename: 'Criterion', code: string, question: { __typename: 'Question', code: string } } }> | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ReportSaveMutationVariables = Exact<{
  input: StatusUpdateSaveInput;
}>;


export type ReportSaveMutation = { statusUpdateSave: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canSave: boolean, canSubmit: boolean, canWithdraw: boolean, canReopen: boolean, lockReason: LockReason | null, submissionProblems: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }>, newestRevision: { __typename: 'StatusUpdateRevision', number: number, note: string | null, submittedAt: string | null, submittedBy: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, comment: string | null, prefilled: boolean, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, file: { __typename: 'EvidenceFile', mediaType: string, size: number, findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, revisions: Array<{ __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, entries: Array<{ __typename: 'StatusUpdateEntry', returnReason: string | null, criterion: { __typename: 'Criterion', code: string, question: { __typename: 'Question', code: string } } }> | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ReportSubmitMutationVariables = Exact<{
  input: StatusUpdateSubmitInput;
}>;


export type ReportSubmitMutation = { statusUpdateSubmit: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canSave: boolean, canSubmit: boolean, canWithdraw: boolean, canReopen: boolean, lockReason: LockReason | null, submissionProblems: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }>, newestRevision: { __typename: 'StatusUpdateRevision', number: number, note: string | null, submittedAt: string | null, submittedBy: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, comment: string | null, prefilled: boolean, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, file: { __typename: 'EvidenceFile', mediaType: string, size: number, findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, revisions: Array<{ __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, entries: Array<{ __typename: 'StatusUpdateEntry', returnReason: string | null, criterion: { __typename: 'Criterion', code: string, question: { __typename: 'Question', code: string } } }> | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ReportWithdrawMutationVariables = Exact<{
  input: StatusUpdateWithdrawInput;
}>;


export type ReportWithdrawMutation = { statusUpdateWithdraw: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canSave: boolean, canSubmit: boolean, canWithdraw: boolean, canReopen: boolean, lockReason: LockReason | null, submissionProblems: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }>, newestRevision: { __typename: 'StatusUpdateRevision', number: number, note: string | null, submittedAt: string | null, submittedBy: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, comment: string | null, prefilled: boolean, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, file: { __typename: 'EvidenceFile', mediaType: string, size: number, findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, revisions: Array<{ __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, entries: Array<{ __typename: 'StatusUpdateEntry', returnReason: string | null, criterion: { __typename: 'Criterion', code: string, question: { __typename: 'Question', code: string } } }> | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ReportQueryVariables = Exact<{
  institution: string;
  round: string;
}>;


export type ReportQuery = { institution:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', code: string, name: string, id: string, participations: { __typename: 'ParticipationConnection', nodes: Array<{ __typename: 'Participation', lockReason: LockReason | null, round: { __typename: 'ReportingRound', id: string } }> } }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null, round:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', name: string, phase: RoundPhase, dueOn: string, closesOn: string, referenceDate: string, id: string, frameworks: Array<{ __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }> }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null, statusUpdates: { __typename: 'StatusUpdateConnection', nodes: Array<{ __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canSave: boolean, canSubmit: boolean, canWithdraw: boolean, canReopen: boolean, lockReason: LockReason | null, submissionProblems: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }>, newestRevision: { __typename: 'StatusUpdateRevision', number: number, note: string | null, submittedAt: string | null, submittedBy: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, comment: string | null, prefilled: boolean, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, file: { __typename: 'EvidenceFile', mediaType: string, size: number, findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, revisions: Array<{ __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, entries: Array<{ __typename: 'StatusUpdateEntry', returnReason: string | null, criterion: { __typename: 'Criterion', code: string, question: { __typename: 'Question', code: string } } }> | null }> }> } };

export type ReportUpdateFragment = { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canSave: boolean, canSubmit: boolean, canWithdraw: boolean, canReopen: boolean, lockReason: LockReason | null, submissionProblems: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }>, newestRevision: { __typename: 'StatusUpdateRevision', number: number, note: string | null, submittedAt: string | null, submittedBy: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, comment: string | null, prefilled: boolean, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, file: { __typename: 'EvidenceFile', mediaType: string, size: number, findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, revisions: Array<{ __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decisionNote: string | null, decidedAt: string | null, decidedBy: string | null, entries: Array<{ __typename: 'StatusUpdateEntry', returnReason: string | null, criterion: { __typename: 'Criterion', code: string, question: { __typename: 'Question', code: string } } }> | null }> };

export type ReportEntryFragment = { __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, comment: string | null, prefilled: boolean, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, file: { __typename: 'EvidenceFile', mediaType: string, size: number, findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> };

export type ReportsQueryVariables = Exact<{
  institution: string;
}>;


export type ReportsQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', code: string, name: string, id: string, participations: { __typename: 'ParticipationConnection', nodes: Array<{ __typename: 'Participation', state: UpdateState | null, lockReason: LockReason | null, dueOn: string, daysLate: number, overdue: boolean, submittedAt: string | null, update: { __typename: 'StatusUpdate', id: string, newestRevision: { __typename: 'StatusUpdateRevision', decision: Decision | null, decisionNote: string | null } | null } | null, round: { __typename: 'ReportingRound', id: string, name: string, phase: RoundPhase, closesOn: string } }> } }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ApproveManyMutationVariables = Exact<{
  input: StatusUpdateApproveManyInput;
}>;


export type ApproveManyMutation = { statusUpdateApproveMany: { __typename: 'StatusUpdateApproveManyPayload', results: Array<{ __typename: 'StatusUpdateApproval', id: string, statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> }> | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ChangedReportsQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type ChangedReportsQuery = { nodes: Array<
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string, newestRevision: { __typename: 'StatusUpdateRevision', entries: Array<{ __typename: 'StatusUpdateEntry', change: AnswerChange | null }> | null } | null }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null> };

export type ClaimReviewMutationVariables = Exact<{
  input: StatusUpdateClaimInput;
}>;


export type ClaimReviewMutation = { statusUpdateClaim: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canApprove: boolean, canReturn: boolean, canTakeBack: boolean, canHandOver: boolean, claim: { __typename: 'ReviewClaim', by: string, since: string, isMine: boolean } | null, takeBackProblem: { __typename: 'UserError', code: string, field: Array<string> | null, message: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind }, round: { __typename: 'ReportingRound', id: string, name: string, frameworks: Array<{ __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }> }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, earlierReturnReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, reusedIn: number | null, reusedByOthers: number | null, file: { __typename: 'EvidenceFile', findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, approvedBefore: { __typename: 'StatusUpdate', id: string, round: { __typename: 'ReportingRound', id: string, name: string }, approvedRevision: { __typename: 'StatusUpdateRevision', number: number, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, criterion: { __typename: 'Criterion', question: { __typename: 'Question', code: string } } }> | null } | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type DecidedQueryVariables = Exact<{
  unit?: string | null | undefined;
  round?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DecidedQuery = { statusUpdates: { __typename: 'StatusUpdateConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canTakeBack: boolean, takeBackProblem: { __typename: 'UserError', code: string, field: Array<string> | null, message: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind }, round: { __typename: 'ReportingRound', id: string, name: string }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null } | null }> } };

export type MeanwhileQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type MeanwhileQuery = { nodes: Array<
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', version: number | null, state: UpdateState | null, id: string, newestRevision: { __typename: 'StatusUpdateRevision', number: number, decision: Decision | null, decidedAt: string | null, decidedBy: string | null } | null }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null> };

export type QueueRoundsQueryVariables = Exact<{ [key: string]: never; }>;


export type QueueRoundsQuery = { reportingRounds: { __typename: 'ReportingRoundConnection', nodes: Array<{ __typename: 'ReportingRound', id: string, name: string }> } };

export type QueueQueryVariables = Exact<{
  unit?: string | null | undefined;
  round?: string | null | undefined;
  claim?: ReviewClaimHolder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type QueueQuery = { statusUpdates: { __typename: 'StatusUpdateConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'StatusUpdate', id: string, version: number | null, canApprove: boolean, claim: { __typename: 'ReviewClaim', by: string, since: string, isMine: boolean } | null, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }, round: { __typename: 'ReportingRound', id: string, name: string }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, note: string | null } | null }> } };

export type ReleaseReviewMutationVariables = Exact<{
  input: StatusUpdateClaimInput;
}>;


export type ReleaseReviewMutation = { statusUpdateRelease: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canApprove: boolean, canReturn: boolean, canTakeBack: boolean, canHandOver: boolean, claim: { __typename: 'ReviewClaim', by: string, since: string, isMine: boolean } | null, takeBackProblem: { __typename: 'UserError', code: string, field: Array<string> | null, message: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind }, round: { __typename: 'ReportingRound', id: string, name: string, frameworks: Array<{ __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }> }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, earlierReturnReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, reusedIn: number | null, reusedByOthers: number | null, file: { __typename: 'EvidenceFile', findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, approvedBefore: { __typename: 'StatusUpdate', id: string, round: { __typename: 'ReportingRound', id: string, name: string }, approvedRevision: { __typename: 'StatusUpdateRevision', number: number, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, criterion: { __typename: 'Criterion', question: { __typename: 'Question', code: string } } }> | null } | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ReviewApproveMutationVariables = Exact<{
  input: StatusUpdateApproveInput;
}>;


export type ReviewApproveMutation = { statusUpdateApprove: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canApprove: boolean, canReturn: boolean, canTakeBack: boolean, canHandOver: boolean, claim: { __typename: 'ReviewClaim', by: string, since: string, isMine: boolean } | null, takeBackProblem: { __typename: 'UserError', code: string, field: Array<string> | null, message: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind }, round: { __typename: 'ReportingRound', id: string, name: string, frameworks: Array<{ __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }> }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, earlierReturnReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, reusedIn: number | null, reusedByOthers: number | null, file: { __typename: 'EvidenceFile', findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, approvedBefore: { __typename: 'StatusUpdate', id: string, round: { __typename: 'ReportingRound', id: string, name: string }, approvedRevision: { __typename: 'StatusUpdateRevision', number: number, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, criterion: { __typename: 'Criterion', question: { __typename: 'Question', code: string } } }> | null } | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ReviewReturnMutationVariables = Exact<{
  input: StatusUpdateReturnInput;
}>;


export type ReviewReturnMutation = { statusUpdateReturn: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canApprove: boolean, canReturn: boolean, canTakeBack: boolean, canHandOver: boolean, claim: { __typename: 'ReviewClaim', by: string, since: string, isMine: boolean } | null, takeBackProblem: { __typename: 'UserError', code: string, field: Array<string> | null, message: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind }, round: { __typename: 'ReportingRound', id: string, name: string, frameworks: Array<{ __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }> }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, earlierReturnReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, reusedIn: number | null, reusedByOthers: number | null, file: { __typename: 'EvidenceFile', findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, approvedBefore: { __typename: 'StatusUpdate', id: string, round: { __typename: 'ReportingRound', id: string, name: string }, approvedRevision: { __typename: 'StatusUpdateRevision', number: number, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, criterion: { __typename: 'Criterion', question: { __typename: 'Question', code: string } } }> | null } | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ReviewUpdateQueryVariables = Exact<{
  id: string;
}>;


export type ReviewUpdateQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canApprove: boolean, canReturn: boolean, canTakeBack: boolean, canHandOver: boolean, claim: { __typename: 'ReviewClaim', by: string, since: string, isMine: boolean } | null, takeBackProblem: { __typename: 'UserError', code: string, field: Array<string> | null, message: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind }, round: { __typename: 'ReportingRound', id: string, name: string, frameworks: Array<{ __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }> }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, earlierReturnReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, reusedIn: number | null, reusedByOthers: number | null, file: { __typename: 'EvidenceFile', findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, approvedBefore: { __typename: 'StatusUpdate', id: string, round: { __typename: 'ReportingRound', id: string, name: string }, approvedRevision: { __typename: 'StatusUpdateRevision', number: number, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, criterion: { __typename: 'Criterion', question: { __typename: 'Question', code: string } } }> | null } | null } | null }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ReviewedUpdateFragment = { __typename: 'StatusUpdate', version: number | null, state: UpdateState | null, canApprove: boolean, canReturn: boolean, canTakeBack: boolean, canHandOver: boolean, claim: { __typename: 'ReviewClaim', by: string, since: string, isMine: boolean } | null, takeBackProblem: { __typename: 'UserError', code: string, field: Array<string> | null, message: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind }, round: { __typename: 'ReportingRound', id: string, name: string, frameworks: Array<{ __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }> }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, earlierReturnReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, reusedIn: number | null, reusedByOthers: number | null, file: { __typename: 'EvidenceFile', findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, approvedBefore: { __typename: 'StatusUpdate', id: string, round: { __typename: 'ReportingRound', id: string, name: string }, approvedRevision: { __typename: 'StatusUpdateRevision', number: number, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, criterion: { __typename: 'Criterion', question: { __typename: 'Question', code: string } } }> | null } | null } | null };

export type ReviewersQueryVariables = Exact<{
  id: string;
}>;


export type ReviewersQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string, reviewers: Array<{ __typename: 'Reviewer', id: string, name: string }> }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type TakeBackMutationVariables = Exact<{
  input: StatusUpdateTakeBackInput;
}>;


export type TakeBackMutation = { statusUpdateTakeBack: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canApprove: boolean, canReturn: boolean, canTakeBack: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type TakeOverReviewMutationVariables = Exact<{
  input: StatusUpdateHandOverInput;
}>;


export type TakeOverReviewMutation = { statusUpdateHandOver: { __typename: 'StatusUpdatePayload', statusUpdate: { __typename: 'StatusUpdate', id: string, version: number | null, state: UpdateState | null, canApprove: boolean, canReturn: boolean, canTakeBack: boolean, canHandOver: boolean, claim: { __typename: 'ReviewClaim', by: string, since: string, isMine: boolean } | null, takeBackProblem: { __typename: 'UserError', code: string, field: Array<string> | null, message: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind }, round: { __typename: 'ReportingRound', id: string, name: string, frameworks: Array<{ __typename: 'Framework', id: string, code: string, name: string, sourceStatus: SourceStatus, sections: Array<{ __typename: 'FrameworkSection', code: string, name: string, parent: string | null, maximum: number, gapReason: string | null }> }> }, newestRevision: { __typename: 'StatusUpdateRevision', number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, pillars: Array<{ __typename: 'PillarResult', pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, frameworks: Array<{ __typename: 'FrameworkResult', level: number | null, levelName: string | null, framework: { __typename: 'Framework', id: string }, sections: Array<{ __typename: 'SectionResult', code: string, points: number, maxPoints: number, level: number | null, levelName: string | null, unmet: Array<string>, pointsToNext: number | null }> }>, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, appraisalReason: string | null, comment: string | null, points: number, change: AnswerChange | null, needsLook: boolean, returnReason: string | null, earlierReturnReason: string | null, criterion: { __typename: 'Criterion', code: string, pillar: Pillar | null, section: string, maxPoints: number, required: boolean | null, optional: boolean, condition: boolean, evidenceRequired: boolean, takesEvidence: boolean, framework: { __typename: 'Framework', id: string } | null, question: { __typename: 'Question', code: string, text: string, guidance: string | null, answerKind: AnswerKind, unit: string | null, mayNotApply: boolean, options: Array<{ __typename: 'AnswerOption', code: string, name: string }> } }, criteria: Array<{ __typename: 'Criterion', code: string, framework: { __typename: 'Framework', id: string } | null }>, evidence: Array<{ __typename: 'Evidence', id: string, name: string, url: string | null, downloadPath: string | null, reusedIn: number | null, reusedByOthers: number | null, file: { __typename: 'EvidenceFile', findings: Array<EvidenceFinding> | null, virusCheck: VirusCheck | null } | null }> }> | null } | null, approvedBefore: { __typename: 'StatusUpdate', id: string, round: { __typename: 'ReportingRound', id: string, name: string }, approvedRevision: { __typename: 'StatusUpdateRevision', number: number, entries: Array<{ __typename: 'StatusUpdateEntry', selfValue: number | null, selfTotal: number | null, selfChoice: string | null, selfText: string | null, doesNotApply: string | null, appraisedValue: number | null, appraisedTotal: number | null, appraisedChoice: string | null, criterion: { __typename: 'Criterion', question: { __typename: 'Question', code: string } } }> | null } | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type SearchQueryVariables = Exact<{
  text: string;
  keeps: boolean;
}>;


export type SearchQuery = { administrativeUnits: { __typename: 'AdministrativeUnitConnection', nodes: Array<{ __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, parent: { __typename: 'AdministrativeUnit', id: string, name: string } | null }> }, institutions: { __typename: 'InstitutionConnection', nodes: Array<{ __typename: 'Institution', id: string, code: string, name: string, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }> }, reportingRounds?: { __typename: 'ReportingRoundConnection', nodes: Array<{ __typename: 'ReportingRound', id: string, code: string, name: string }> }, plans?: { __typename: 'PlanConnection', nodes: Array<{ __typename: 'Plan', id: string, document: string, title: string }> } };

export type SignInIssuersQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInIssuersQuery = { signInIssuers: Array<{ __typename: 'SignInIssuer', issuer: string, name: string }> };

export type IssuerSignInStartMutationVariables = Exact<{
  input: IssuerSignInStartInput;
}>;


export type IssuerSignInStartMutation = { issuerSignInStart: { __typename: 'IssuerSignInStartPayload', address: string | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type IssuerSignInFinishMutationVariables = Exact<{
  input: IssuerSignInFinishInput;
}>;


export type IssuerSignInFinishMutation = { issuerSignInFinish: { __typename: 'SessionPayload', accessToken: string | null, expiresAt: string | null, viewer: { __typename: 'Viewer', passwordChangeRequired: boolean, secondFactorRequired: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type PasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;


export type PasswordChangeMutation = { accountPasswordChange: { __typename: 'PasswordChangePayload', changed: boolean, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type PasswordRequestMutationVariables = Exact<{
  input: AccountPasswordRequestInput;
}>;


export type PasswordRequestMutation = { accountPasswordRequest: { __typename: 'AccountPasswordRequestPayload', requested: boolean, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type InvitationAcceptMutationVariables = Exact<{
  input: InvitationAcceptInput;
}>;


export type InvitationAcceptMutation = { invitationAccept: { __typename: 'SessionPayload', accessToken: string | null, expiresAt: string | null, viewer: { __typename: 'Viewer', passwordChangeRequired: boolean, secondFactorRequired: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type PasswordRenewMutationVariables = Exact<{
  input: AccountPasswordRenewInput;
}>;


export type PasswordRenewMutation = { accountPasswordRenew: { __typename: 'SessionPayload', accessToken: string | null, expiresAt: string | null, viewer: { __typename: 'Viewer', passwordChangeRequired: boolean, secondFactorRequired: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type SessionEndMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionEndMutation = { sessionEnd: { __typename: 'SessionEndPayload', issuerSignOut: string | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type SessionRefreshMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionRefreshMutation = { sessionRefresh: { __typename: 'SessionPayload', accessToken: string | null, expiresAt: string | null, viewer: { __typename: 'Viewer', passwordChangeRequired: boolean, secondFactorRequired: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type SessionStartMutationVariables = Exact<{
  input: SessionStartInput;
}>;


export type SessionStartMutation = { sessionStart: { __typename: 'SessionPayload', accessToken: string | null, expiresAt: string | null, viewer: { __typename: 'Viewer', passwordChangeRequired: boolean, secondFactorRequired: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { __typename: 'Viewer', email: string | null, signInName: string | null, name: string, grants: Array<{ __typename: 'Grant', id: string, role: Role, validFrom: string | null, validTo: string | null, kinds: Array<InstitutionKind> | null, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, validTo: string | null } | null, institution: { __typename: 'Institution', id: string, code: string, name: string } | null }> } | null };

export type TargetNearestQueryVariables = Exact<{
  unit: string;
  on?: string | null | undefined;
  basis: BoundaryBasis;
  group: InstitutionGroup;
  indicator: string;
  first: number;
}>;


export type TargetNearestQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string, progress: { __typename: 'ProgressReport', asOf: string, lines: Array<{ __typename: 'ProgressLine', nearest: Array<{ __typename: 'NearestInstitution', rank: number, missingPoints: number, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }, indicators: Array<{ __typename: 'IndicatorNeed', stage: PillarStage | null, points: number | null, maxPoints: number | null, pointsToThreshold: number | null, indicator: { __typename: 'Indicator', code: string, name: string } }>, pillars: Array<{ __typename: 'PillarNeed', pillar: Pillar, unmet: Array<{ __typename: 'UnmetCriterion', value: number | null, total: number | null, criterion: { __typename: 'Criterion', code: string, text: string, answerKind: AnswerKind, minimum: number | null } }> | null }> }> }> } | null }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type NearInstitutionFragment = { __typename: 'NearestInstitution', rank: number, missingPoints: number, institution: { __typename: 'Institution', id: string, code: string, name: string, kind: InstitutionKind, unit: { __typename: 'AdministrativeUnit', id: string, name: string } | null }, indicators: Array<{ __typename: 'IndicatorNeed', stage: PillarStage | null, points: number | null, maxPoints: number | null, pointsToThreshold: number | null, indicator: { __typename: 'Indicator', code: string, name: string } }>, pillars: Array<{ __typename: 'PillarNeed', pillar: Pillar, unmet: Array<{ __typename: 'UnmetCriterion', value: number | null, total: number | null, criterion: { __typename: 'Criterion', code: string, text: string, answerKind: AnswerKind, minimum: number | null } }> | null }> };

export type TargetAssumedQueryVariables = Exact<{
  unit: string;
  on?: string | null | undefined;
  basis: BoundaryBasis;
  group: InstitutionGroup;
  indicator: string;
  assume: Array<ProgressAssumptionInput> | ProgressAssumptionInput;
}>;


export type TargetAssumedQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string, progress: { __typename: 'ProgressReport', asOf: string, hypothetical: boolean, lines: Array<{ __typename: 'ProgressLine', group: InstitutionGroup, decided: boolean, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, notApplicable: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { __typename: 'Indicator', code: string, name: string }, targets: Array<{ __typename: 'TargetStanding', gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { __typename: 'Target', id: string, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus } }> }> } | null }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type ImportTemplateQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportTemplateQuery = { workforceImportTemplate: { __typename: 'WorkforceImportTemplate', content: string, columns: Array<{ __typename: 'WorkforceImportColumn', name: string, required: boolean, meaning: string, values: Array<string> }> } };

export type RecordImportMutationVariables = Exact<{
  input: WorkforceImportInput;
}>;


export type RecordImportMutation = { workforceImport: { __typename: 'WorkforceImportPayload', workforceImport: { __typename: 'WorkforceImport', dryRun: boolean, created: number, updated: number, unchanged: number, rows: Array<{ __typename: 'WorkforceImportRow', row: number, outcome: WorkforceImportOutcome, kind: WorkforceRecordKind, tier: WorkforceTier | null, audience: WorkforceAudience | null, agency: string | null, topic: string | null, validFrom: string, unit: { __typename: 'AdministrativeUnit', id: string, name: string }, changes: Array<{ __typename: 'WorkforceImportChange', column: string, before: string | null, after: string | null }> }> } | null, problems: Array<{ __typename: 'WorkforceImportProblem', row: number, column: string | null, value: string | null, message: string }>, findings: Array<{ __typename: 'WorkforceImportProblem', row: number, column: string | null, value: string | null, message: string }>, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type AssumedIndexQueryVariables = Exact<{
  unit: string;
  year: number;
  assume: Array<IndexAssumption> | IndexAssumption;
}>;


export type AssumedIndexQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string, workforceIndex: { __typename: 'WorkforceIndex', points: number | null, maximumPoints: number, index: number | null, components: Array<{ __typename: 'IndexComponent', code: string, state: IndexComponentState, points: number | null }> } | null }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type LedgerQueryVariables = Exact<{
  unit: string;
  year: number;
}>;


export type LedgerQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string, workforceIndex: { __typename: 'WorkforceIndex', components: Array<{ __typename: 'IndexComponent', code: string, ledger: { __typename: 'IndexLedgerEntryConnection', totalCount: number, nodes: Array<{ __typename: 'IndexLedgerEntry', points: number, input: string, record: { __typename: 'WorkforceRecord', id: string, source: string, validFrom: string } | null, institution: { __typename: 'Institution', id: string, code: string, name: string } | null }> } }> } | null }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type RecordCreateMutationVariables = Exact<{
  input: WorkforceRecordCreateInput;
}>;


export type RecordCreateMutation = { workforceRecordCreate: { __typename: 'WorkforceRecordPayload', workforceRecord: { __typename: 'WorkforceRecord', id: string, version: number } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RecordRemoveMutationVariables = Exact<{
  input: WorkforceRecordRemoveInput;
}>;


export type RecordRemoveMutation = { workforceRecordRemove: { __typename: 'WorkforceRecordPayload', workforceRecord: { __typename: 'WorkforceRecord', id: string, version: number, removed: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RecordUpdateMutationVariables = Exact<{
  input: WorkforceRecordUpdateInput;
}>;


export type RecordUpdateMutation = { workforceRecordUpdate: { __typename: 'WorkforceRecordPayload', workforceRecord: { __typename: 'WorkforceRecord', id: string, version: number } | null, userErrors: Array<{ __typename: 'UserError', code: string, field: Array<string> | null, message: string }> } };

export type RecordsQueryVariables = Exact<{
  unit: string;
  first: number;
  after?: string | null | undefined;
}>;


export type RecordsQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', id: string, workforce: { __typename: 'Workforce', allRecords: { __typename: 'WorkforceRecordConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'WorkforceRecord', id: string, kind: WorkforceRecordKind, tier: WorkforceTier | null, audience: WorkforceAudience | null, agency: string | null, topic: string | null, validFrom: string, validTo: string | null, notCounted: boolean, source: string, sourceStatus: SourceStatus, note: string | null, version: number, canUpdate: boolean, unit: { __typename: 'AdministrativeUnit', id: string, name: string }, counts: Array<{ __typename: 'WorkforceCount', quantity: WorkforceQuantity, value: number | null, withheld: WithheldReason | null }> }> } } | null }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', id: string }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', id: string }
    | { __typename: 'ReportingRound', id: string }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type WorkforceStartQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkforceStartQuery = { reportingRounds: { __typename: 'ReportingRoundConnection', nodes: Array<{ __typename: 'ReportingRound', id: string, unit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind } }> } };

export type WorkforcePageQueryVariables = Exact<{
  code: string;
  kind?: UnitKind | null | undefined;
  on?: string | null | undefined;
  year: number;
}>;


export type WorkforcePageQuery = { administrativeUnit: { __typename: 'AdministrativeUnit', id: string, code: string, kind: UnitKind, name: string, workforceIndex: { __typename: 'WorkforceIndex', asOf: string, year: number, hypothetical: boolean, index: number | null, points: number | null, maximumPoints: number, withheld: WithheldReason | null, gaps: { __typename: 'IndexGapConnection', totalCount: number, nodes: Array<{ __typename: 'IndexGap', key: string, kind: IndexGapKind, rank: number, tied: boolean, components: Array<string>, leastPoints: number | null, mostPoints: number | null, owner: string, institution: { __typename: 'Institution', id: string, code: string, name: string } | null, cure: Array<{ __typename: 'IndexCure', input: string, value: number | null }> }> }, edition: { __typename: 'IndexEdition', code: string, version: number, name: string, source: string, sourceStatus: SourceStatus }, published: { __typename: 'PublishedIndex', value: number, rank: number | null, ofHowMany: number | null, source: string, sourceStatus: SourceStatus, note: string | null } | null, components: Array<{ __typename: 'IndexComponent', code: string, name: string, measures: string, owner: string, state: IndexComponentState, points: number | null, maximumPoints: number, withheld: WithheldReason | null, notes: Array<{ __typename: 'IndexNote', source: string }>, inputs: Array<{ __typename: 'IndexInput', name: string, quantity: WorkforceQuantity | null, tier: WorkforceTier | null, audience: WorkforceAudience | null, group: InstitutionGroup | null, completed: boolean, state: IndexInputState, value: number | null, withheld: WithheldReason | null, expired: boolean, assumed: boolean }> }> } | null, workforce: { __typename: 'Workforce', canCreate: boolean } | null } | null };

export type IndexFiguresFragment = { __typename: 'WorkforceIndex', asOf: string, year: number, hypothetical: boolean, index: number | null, points: number | null, maximumPoints: number, withheld: WithheldReason | null, edition: { __typename: 'IndexEdition', code: string, version: number, name: string, source: string, sourceStatus: SourceStatus }, published: { __typename: 'PublishedIndex', value: number, rank: number | null, ofHowMany: number | null, source: string, sourceStatus: SourceStatus, note: string | null } | null, components: Array<{ __typename: 'IndexComponent', code: string, name: string, measures: string, owner: string, state: IndexComponentState, points: number | null, maximumPoints: number, withheld: WithheldReason | null, notes: Array<{ __typename: 'IndexNote', source: string }>, inputs: Array<{ __typename: 'IndexInput', name: string, quantity: WorkforceQuantity | null, tier: WorkforceTier | null, audience: WorkforceAudience | null, group: InstitutionGroup | null, completed: boolean, state: IndexInputState, value: number | null, withheld: WithheldReason | null, expired: boolean, assumed: boolean }> }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CountsThenFragmentDoc = new TypedDocumentString(`
    fragment CountsThen on ProgressCounts {
  __typename
  institutions
  reported
  completed
  percent
  coveragePercent
}
    `, {"fragmentName":"CountsThen"}) as unknown as TypedDocumentString<CountsThenFragment, unknown>;
export const CountsDifferenceFragmentDoc = new TypedDocumentString(`
    fragment CountsDifference on ProgressCountsDifference {
  __typename
  completed
  reported
  institutions
  notApplicable
}
    `, {"fragmentName":"CountsDifference"}) as unknown as TypedDocumentString<CountsDifferenceFragment, unknown>;
export const HowItWasFragmentDoc = new TypedDocumentString(`
    fragment HowItWas on InstitutionThen {
  __typename
  counted
  applies
  stage
  points
  maxPoints
  unit {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"HowItWas"}) as unknown as TypedDocumentString<HowItWasFragment, unknown>;
export const ComparedUnitFragmentDoc = new TypedDocumentString(`
    fragment ComparedUnit on AdministrativeUnit {
  __typename
  id
  code
  kind
  name
  validFrom
  validTo
  parent {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"ComparedUnit"}) as unknown as TypedDocumentString<ComparedUnitFragment, unknown>;
export const LineFiguresFragmentDoc = new TypedDocumentString(`
    fragment LineFigures on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  decided
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}
    `, {"fragmentName":"LineFigures"}) as unknown as TypedDocumentString<LineFiguresFragment, unknown>;
export const ComparedReportFragmentDoc = new TypedDocumentString(`
    fragment ComparedReport on ProgressReport {
  __typename
  asOf
  lines {
    __typename
    ...LineFigures
  }
  warnings {
    __typename
    code
    group
    message
  }
}
    fragment LineFigures on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  decided
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}`, {"fragmentName":"ComparedReport"}) as unknown as TypedDocumentString<ComparedReportFragment, unknown>;
export const UnitChoiceFragmentDoc = new TypedDocumentString(`
    fragment UnitChoice on AdministrativeUnit {
  __typename
  id
  code
  name
}
    `, {"fragmentName":"UnitChoice"}) as unknown as TypedDocumentString<UnitChoiceFragment, unknown>;
export const InstitutionChoiceFragmentDoc = new TypedDocumentString(`
    fragment InstitutionChoice on Institution {
  __typename
  id
  code
  name
}
    `, {"fragmentName":"InstitutionChoice"}) as unknown as TypedDocumentString<InstitutionChoiceFragment, unknown>;
export const AccountChoiceFragmentDoc = new TypedDocumentString(`
    fragment AccountChoice on Account {
  __typename
  id
  name
  email
}
    `, {"fragmentName":"AccountChoice"}) as unknown as TypedDocumentString<AccountChoiceFragment, unknown>;
export const MovedFragmentDoc = new TypedDocumentString(`
    fragment Moved on ProgressMoverConnection {
  __typename
  nodes {
    __typename
    percentPoints
    unit {
      __typename
      id
      code
      kind
      name
    }
    before {
      __typename
      percent
    }
    after {
      __typename
      percent
    }
  }
}
    `, {"fragmentName":"Moved"}) as unknown as TypedDocumentString<MovedFragment, unknown>;
export const ShownInstitutionFragmentDoc = new TypedDocumentString(`
    fragment ShownInstitution on Institution {
  __typename
  id
  code
  name
  kind
  levels
  ownership
  specialStatus
  openedOn
  closedOn
  sourceStatus
  version
  canChange
  unit {
    __typename
    id
    name
  }
  codes {
    __typename
    system
    code
    validFrom
    validTo
  }
  predecessors {
    __typename
    kind
    effectiveOn
    predecessor {
      __typename
      id
      code
      name
    }
  }
  successors {
    __typename
    kind
    effectiveOn
    successor {
      __typename
      id
      code
      name
    }
  }
  contact {
    __typename
    email
    telephone
    version
  }
  campuses {
    __typename
    system
    code
    name
    validFrom
    validTo
    unit {
      __typename
      id
      name
    }
  }
  locations {
    __typename
    settled
    validFrom
    validTo
    unit {
      __typename
      id
      code
      kind
      name
    }
    candidates {
      __typename
      id
      name
    }
  }
  pillars(asOf: $on) {
    __typename
    pillar
    observation
    stage
    points
    maxPoints
    asOf
  }
}
    `, {"fragmentName":"ShownInstitution"}) as unknown as TypedDocumentString<ShownInstitutionFragment, unknown>;
export const RegisterEffectFragmentDoc = new TypedDocumentString(`
    fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}
    `, {"fragmentName":"RegisterEffect"}) as unknown as TypedDocumentString<RegisterEffectFragment, unknown>;
export const RegisterAnswerFragmentDoc = new TypedDocumentString(`
    fragment RegisterAnswer on InstitutionChangePayload {
  __typename
  institution {
    __typename
    id
    code
    name
    version
  }
  effect {
    __typename
    ...RegisterEffect
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
    fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}`, {"fragmentName":"RegisterAnswer"}) as unknown as TypedDocumentString<RegisterAnswerFragment, unknown>;
export const InvitedFragmentDoc = new TypedDocumentString(`
    fragment Invited on AccountInvitation {
  __typename
  code
  account {
    __typename
    id
    name
    signInName
    invitationEndsAt
    grants {
      __typename
      id
      unit {
        __typename
        id
        name
      }
      institution {
        __typename
        id
        name
      }
    }
  }
}
    `, {"fragmentName":"Invited"}) as unknown as TypedDocumentString<InvitedFragment, unknown>;
export const DutyFragmentDoc = new TypedDocumentString(`
    fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"Duty"}) as unknown as TypedDocumentString<DutyFragment, unknown>;
export const AccountShownFragmentDoc = new TypedDocumentString(`
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
    fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"fragmentName":"AccountShown"}) as unknown as TypedDocumentString<AccountShownFragment, unknown>;
export const OutlineOfCriteriaFragmentDoc = new TypedDocumentString(`
    fragment OutlineOfCriteria on FrameworkOutline {
  __typename
  questions
  criteria
  kinds {
    __typename
    kind
    criteria
    sections {
      __typename
      code
      name
      points
    }
  }
  indicators {
    __typename
    code
    name
    kinds
    isNew
  }
}
    `, {"fragmentName":"OutlineOfCriteria"}) as unknown as TypedDocumentString<OutlineOfCriteriaFragment, unknown>;
export const ComparisonOfCriteriaFragmentDoc = new TypedDocumentString(`
    fragment ComparisonOfCriteria on FrameworkComparison {
  __typename
  version
  changes {
    __typename
    kind
    code
    before
    after
    addedKinds
    droppedKinds
  }
}
    `, {"fragmentName":"ComparisonOfCriteria"}) as unknown as TypedDocumentString<ComparisonOfCriteriaFragment, unknown>;
export const TrialCountsFragmentDoc = new TypedDocumentString(`
    fragment TrialCounts on TrialSummary {
  __typename
  institutions
  unknown
  levelUp
  levelDown
}
    `, {"fragmentName":"TrialCounts"}) as unknown as TypedDocumentString<TrialCountsFragment, unknown>;
export const ImportJobShownFragmentDoc = new TypedDocumentString(`
    fragment ImportJobShown on ImportJob {
  __typename
  id
  version
  kind
  file
  accountName
  createdAt
  state
  percent
  working
  undoes
  from
  created
  updated
  unchanged
  problems
  questions
  leftOut
  answered
  message
  importRun {
    __typename
    id
    number
    undoneAt
    undoneBy
  }
}
    `, {"fragmentName":"ImportJobShown"}) as unknown as TypedDocumentString<ImportJobShownFragment, unknown>;
export const KeyShownFragmentDoc = new TypedDocumentString(`
    fragment KeyShown on ApiKey {
  __typename
  id
  name
  scopes
  version
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}
    `, {"fragmentName":"KeyShown"}) as unknown as TypedDocumentString<KeyShownFragment, unknown>;
export const MailShownFragmentDoc = new TypedDocumentString(`
    fragment MailShown on MailMessage {
  __typename
  id
  version
  kind
  state
  address
  attempts
  answer
  createdAt
  nextAttemptAt
  settledAt
  account {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    code
    name
  }
}
    `, {"fragmentName":"MailShown"}) as unknown as TypedDocumentString<MailShownFragment, unknown>;
export const ExceptionDoneFragmentDoc = new TypedDocumentString(`
    fragment ExceptionDone on ParticipationExceptionPayload {
  __typename
  participations {
    __typename
    institution {
      __typename
      id
      code
    }
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
    `, {"fragmentName":"ExceptionDone"}) as unknown as TypedDocumentString<ExceptionDoneFragment, unknown>;
export const CountsFragmentDoc = new TypedDocumentString(`
    fragment Counts on CompletenessCounts {
  __typename
  called
  notBegun
  draft
  submitted
  returned
  approved
  overdue
}
    `, {"fragmentName":"Counts"}) as unknown as TypedDocumentString<CountsFragment, unknown>;
export const RoundTurnFragmentDoc = new TypedDocumentString(`
    fragment RoundTurn on ReportingRound {
  __typename
  version
  phase
  opensOn
  dueOn
  closesOn
  canOpen
  canExtend
  canClose
  canAmend
  canWithdraw
  withdrawnAt
  withdrawalReason
}
    `, {"fragmentName":"RoundTurn"}) as unknown as TypedDocumentString<RoundTurnFragment, unknown>;
export const WebhookShownFragmentDoc = new TypedDocumentString(`
    fragment WebhookShown on Webhook {
  __typename
  id
  version
  url
  description
  deliveredAt
  failures
  failingSince
  lastFailure
  nextAttemptAt
  disabledAt
  disabledReason
}
    `, {"fragmentName":"WebhookShown"}) as unknown as TypedDocumentString<WebhookShownFragment, unknown>;
export const OverviewUnitFragmentDoc = new TypedDocumentString(`
    fragment OverviewUnit on AdministrativeUnit {
  __typename
  id
  code
  kind
  name
  validFrom
  validTo
  parent {
    __typename
    id
    code
    kind
    name
  }
  predecessors {
    __typename
    effectiveOn
    extent
    predecessor {
      __typename
      id
      code
      kind
      name
      validTo
    }
  }
  successors {
    __typename
    effectiveOn
    extent
    successor {
      __typename
      id
      code
      kind
      name
    }
  }
  progress(asOf: $on, basis: $basis, own: true) {
    __typename
    asOf
    knownAt
    basis
    standingMethod {
      __typename
      id
      version
    }
    lines {
      __typename
      ...LineFigures
    }
    warnings {
      __typename
      code
      message
      group
    }
  }
}
    fragment LineFigures on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  decided
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}`, {"fragmentName":"OverviewUnit"}) as unknown as TypedDocumentString<OverviewUnitFragment, unknown>;
export const RankedLineFragmentDoc = new TypedDocumentString(`
    fragment RankedLine on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  institutions
  completed
  reported
  notReported
  percent
  upperPercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}
    `, {"fragmentName":"RankedLine"}) as unknown as TypedDocumentString<RankedLineFragment, unknown>;
export const FrameworkReachedFragmentDoc = new TypedDocumentString(`
    fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
    `, {"fragmentName":"FrameworkReached"}) as unknown as TypedDocumentString<FrameworkReachedFragment, unknown>;
export const AskedQuestionFragmentDoc = new TypedDocumentString(`
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
    `, {"fragmentName":"AskedQuestion"}) as unknown as TypedDocumentString<AskedQuestionFragment, unknown>;
export const ReceiptEntryFragmentDoc = new TypedDocumentString(`
    fragment ReceiptEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  comment
  evidence {
    __typename
    id
    name
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}`, {"fragmentName":"ReceiptEntry"}) as unknown as TypedDocumentString<ReceiptEntryFragment, unknown>;
export const ReceiptRevisionFragmentDoc = new TypedDocumentString(`
    fragment ReceiptRevision on StatusUpdateRevision {
  __typename
  number
  submittedAt
  submittedBy
  note
  decision
  decidedAt
  decidedBy
  decisionNote
  frameworks {
    __typename
    ...FrameworkReached
  }
  entries {
    __typename
    ...ReceiptEntry
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReceiptEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  comment
  evidence {
    __typename
    id
    name
  }
}`, {"fragmentName":"ReceiptRevision"}) as unknown as TypedDocumentString<ReceiptRevisionFragment, unknown>;
export const PartsOfAnswerFragmentDoc = new TypedDocumentString(`
    fragment PartsOfAnswer on StatusUpdateGivenAnswer {
  __typename
  value
  total
  choice
  text
  doesNotApply
  comment
}
    `, {"fragmentName":"PartsOfAnswer"}) as unknown as TypedDocumentString<PartsOfAnswerFragment, unknown>;
export const ReportEntryFragmentDoc = new TypedDocumentString(`
    fragment ReportEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  criteria {
    __typename
    code
    framework {
      __typename
      id
    }
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  comment
  prefilled
  points
  change
  needsLook
  returnReason
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  evidence {
    __typename
    id
    name
    url
    downloadPath
    file {
      __typename
      mediaType
      size
      findings
      virusCheck
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}`, {"fragmentName":"ReportEntry"}) as unknown as TypedDocumentString<ReportEntryFragment, unknown>;
export const ReportUpdateFragmentDoc = new TypedDocumentString(`
    fragment ReportUpdate on StatusUpdate {
  __typename
  id
  version
  state
  canSave
  canSubmit
  canWithdraw
  canReopen
  lockReason
  submissionProblems {
    __typename
    code
    field
    message
  }
  newestRevision {
    __typename
    number
    note
    submittedAt
    submittedBy
    decision
    decisionNote
    decidedAt
    decidedBy
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      ...ReportEntry
    }
  }
  revisions {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decisionNote
    decidedAt
    decidedBy
    entries {
      __typename
      criterion {
        __typename
        code
        question {
          __typename
          code
        }
      }
      returnReason
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReportEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  criteria {
    __typename
    code
    framework {
      __typename
      id
    }
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  comment
  prefilled
  points
  change
  needsLook
  returnReason
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  evidence {
    __typename
    id
    name
    url
    downloadPath
    file {
      __typename
      mediaType
      size
      findings
      virusCheck
    }
  }
}`, {"fragmentName":"ReportUpdate"}) as unknown as TypedDocumentString<ReportUpdateFragment, unknown>;
export const FrameworkNamedFragmentDoc = new TypedDocumentString(`
    fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
    `, {"fragmentName":"FrameworkNamed"}) as unknown as TypedDocumentString<FrameworkNamedFragment, unknown>;
export const ReviewedUpdateFragmentDoc = new TypedDocumentString(`
    fragment ReviewedUpdate on StatusUpdate {
  __typename
  version
  state
  canApprove
  canReturn
  canTakeBack
  canHandOver
  claim {
    __typename
    by
    since
    isMine
  }
  takeBackProblem {
    __typename
    code
    field
    message
  }
  institution {
    __typename
    id
    code
    name
    kind
  }
  round {
    __typename
    id
    name
    frameworks {
      __typename
      ...FrameworkNamed
    }
  }
  newestRevision {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decidedAt
    decidedBy
    decisionNote
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      criterion {
        __typename
        ...AskedQuestion
      }
      criteria {
        __typename
        code
        framework {
          __typename
          id
        }
      }
      selfValue
      selfTotal
      selfChoice
      selfText
      doesNotApply
      appraisedValue
      appraisedTotal
      appraisedChoice
      appraisalReason
      comment
      points
      change
      needsLook
      returnReason
      earlierReturnReason
      evidence {
        __typename
        id
        name
        url
        downloadPath
        file {
          __typename
          findings
          virusCheck
        }
        reusedIn
        reusedByOthers
      }
    }
  }
  approvedBefore {
    __typename
    id
    round {
      __typename
      id
      name
    }
    approvedRevision {
      __typename
      number
      entries {
        __typename
        criterion {
          __typename
          question {
            __typename
            code
          }
        }
        selfValue
        selfTotal
        selfChoice
        selfText
        doesNotApply
        appraisedValue
        appraisedTotal
        appraisedChoice
      }
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}`, {"fragmentName":"ReviewedUpdate"}) as unknown as TypedDocumentString<ReviewedUpdateFragment, unknown>;
export const NearInstitutionFragmentDoc = new TypedDocumentString(`
    fragment NearInstitution on NearestInstitution {
  __typename
  rank
  missingPoints
  institution {
    __typename
    id
    code
    name
    kind
    unit(on: $on) {
      __typename
      id
      name
    }
  }
  indicators {
    __typename
    indicator {
      __typename
      code
      name
    }
    stage
    points
    maxPoints
    pointsToThreshold
  }
  pillars {
    __typename
    pillar
    unmet {
      __typename
      value
      total
      criterion {
        __typename
        code
        text
        answerKind
        minimum
      }
    }
  }
}
    `, {"fragmentName":"NearInstitution"}) as unknown as TypedDocumentString<NearInstitutionFragment, unknown>;
export const IndexFiguresFragmentDoc = new TypedDocumentString(`
    fragment IndexFigures on WorkforceIndex {
  __typename
  asOf
  year
  hypothetical
  index
  points
  maximumPoints
  withheld
  edition {
    __typename
    code
    version
    name
    source
    sourceStatus
  }
  published {
    __typename
    value
    rank
    ofHowMany
    source
    sourceStatus
    note
  }
  components {
    __typename
    code
    name
    measures
    owner
    state
    points
    maximumPoints
    withheld
    notes {
      __typename
      source
    }
    inputs {
      __typename
      name
      quantity
      tier
      audience
      group
      completed
      state
      value
      withheld
      expired
      assumed
    }
  }
}
    `, {"fragmentName":"IndexFigures"}) as unknown as TypedDocumentString<IndexFiguresFragment, unknown>;
export const IssuerLinkStartDocument = new TypedDocumentString(`
    mutation IssuerLinkStart($input: IssuerLinkStartInput!) {
  issuerLinkStart(input: $input) {
    __typename
    address
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:084d1c6dc1cba63f515d1a970dea7f000ca60069716aacffd75daa9db36281d9"}) as unknown as TypedDocumentString<IssuerLinkStartMutation, IssuerLinkStartMutationVariables>;
export const MailPreferencesSetDocument = new TypedDocumentString(`
    mutation MailPreferencesSet($input: MailPreferencesSetInput!) {
  mailPreferencesSet(input: $input) {
    __typename
    mailPreferences {
      __typename
      language
      declined
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:2736d976d62cef320ca90f85f716e73e44b4edd5f2946880d6b74476e7aa8bf9"}) as unknown as TypedDocumentString<MailPreferencesSetMutation, MailPreferencesSetMutationVariables>;
export const MailPreferencesDocument = new TypedDocumentString(`
    query MailPreferences {
  viewer {
    __typename
    email
    mailPreferences {
      __typename
      language
      declined
    }
  }
}
    `, {"hash":"sha256:de30a7a90ce9bec30ced91bd83e5c9ae14d9b0671ae609cad742d4922141a03b"}) as unknown as TypedDocumentString<MailPreferencesQuery, MailPreferencesQueryVariables>;
export const OwnIdentitiesDocument = new TypedDocumentString(`
    query OwnIdentities {
  viewer {
    __typename
    signInName
    identities {
      __typename
      issuer
      name
      linkedAt
    }
  }
  signInIssuers {
    __typename
    issuer
    name
  }
}
    `, {"hash":"sha256:1d515bd3ce8bff4192d2673796340e52c824a4155e9cb7e3187727843da7bb0f"}) as unknown as TypedDocumentString<OwnIdentitiesQuery, OwnIdentitiesQueryVariables>;
export const OwnNameChangeDocument = new TypedDocumentString(`
    mutation OwnNameChange($input: AccountNameChangeInput!) {
  accountNameChange(input: $input) {
    __typename
    name
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:fe7e75181cddb461e74dbdbfa75be677ec390f8bf8f37d460b9d1b3d5fad0abe"}) as unknown as TypedDocumentString<OwnNameChangeMutation, OwnNameChangeMutationVariables>;
export const OwnSessionsDocument = new TypedDocumentString(`
    query OwnSessions {
  viewer {
    __typename
    sessions {
      __typename
      id
      present
      address
      issuer
      lastUsedAt
    }
  }
}
    `, {"hash":"sha256:fddeb92d6d63d3a653794efedcf16a59a5c2ab9d013d2af43b2feb0b21d9f26a"}) as unknown as TypedDocumentString<OwnSessionsQuery, OwnSessionsQueryVariables>;
export const OwnSessionEndDocument = new TypedDocumentString(`
    mutation OwnSessionEnd($input: AccountSessionEndInput!) {
  accountSessionEnd(input: $input) {
    __typename
    ended
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:da1368c7cc4c6988223b84743b8be8a76e99c246d1d131a709505a59f9babf02"}) as unknown as TypedDocumentString<OwnSessionEndMutation, OwnSessionEndMutationVariables>;
export const OwnSecondFactorDocument = new TypedDocumentString(`
    query OwnSecondFactor {
  viewer {
    __typename
    signInName
    secondFactorRequired
    secondFactor {
      __typename
      active
      recoveryCodesLeft
    }
  }
}
    `, {"hash":"sha256:05c07de464d759176d35829a8556a7f8742cf7542614e2d9b5c0c7f2b5509821"}) as unknown as TypedDocumentString<OwnSecondFactorQuery, OwnSecondFactorQueryVariables>;
export const SecondFactorStartDocument = new TypedDocumentString(`
    mutation SecondFactorStart($input: SecondFactorStartInput!) {
  secondFactorStart(input: $input) {
    __typename
    secret
    picture
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:3aea5e49c1e15a8358008e4b79ccd932e956f9d9abe88413ded071674c855533"}) as unknown as TypedDocumentString<SecondFactorStartMutation, SecondFactorStartMutationVariables>;
export const SecondFactorConfirmDocument = new TypedDocumentString(`
    mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {
  secondFactorConfirm(input: $input) {
    __typename
    recoveryCodes
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:d3f71a098c5351ce28409cbee5637760b40e74b86dea4922aae1be3616cf3072"}) as unknown as TypedDocumentString<SecondFactorConfirmMutation, SecondFactorConfirmMutationVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($unit: ID!, $from: LocalDate!, $to: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $indicator: String!) {
  progressChange(
    unit: $unit
    from: $from
    to: $to
    basis: $basis
    groups: [$group]
    indicators: [$indicator]
  ) {
    __typename
    from
    to
    warnings {
      __typename
      code
      group
      message
    }
    lines {
      __typename
      before {
        __typename
        ...CountsThen
      }
      after {
        __typename
        ...CountsThen
      }
      percentPoints
      difference {
        __typename
        ...CountsDifference
      }
      parts {
        __typename
        reason
        count
        difference {
          __typename
          ...CountsDifference
        }
      }
    }
  }
}
    fragment CountsThen on ProgressCounts {
  __typename
  institutions
  reported
  completed
  percent
  coveragePercent
}
fragment CountsDifference on ProgressCountsDifference {
  __typename
  completed
  reported
  institutions
  notApplicable
}`, {"hash":"sha256:a447dd45c3cd7b6a10c51050a4acda1ec4b056ccc738664c5b878e74a813bc50"}) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const ChangesBehindDocument = new TypedDocumentString(`
    query ChangesBehind($unit: ID!, $from: LocalDate!, $to: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $indicator: String!, $reason: ProgressChangeReason!, $after: String) {
  progressChange(
    unit: $unit
    from: $from
    to: $to
    basis: $basis
    groups: [$group]
    indicators: [$indicator]
  ) {
    __typename
    lines {
      __typename
      parts(reasons: [$reason]) {
        __typename
        changed(first: 50, after: $after) {
          __typename
          totalCount
          pageInfo {
            __typename
            hasNextPage
            endCursor
          }
          nodes {
            __typename
            institution {
              __typename
              id
              code
              name
            }
            before {
              __typename
              ...HowItWas
            }
            after {
              __typename
              ...HowItWas
            }
          }
        }
      }
    }
  }
}
    fragment HowItWas on InstitutionThen {
  __typename
  counted
  applies
  stage
  points
  maxPoints
  unit {
    __typename
    id
    name
  }
}`, {"hash":"sha256:639279d05c7324a66080bb0f71467e812ad634cd23377ba8705d5e2759839883"}) as unknown as TypedDocumentString<ChangesBehindQuery, ChangesBehindQueryVariables>;
export const ChangesRoundsDocument = new TypedDocumentString(`
    query ChangesRounds {
  reportingRounds(first: 20) {
    __typename
    nodes {
      __typename
      id
      phase
      referenceDate
    }
  }
}
    `, {"hash":"sha256:fd10f2b3eaebcc313212481c47887039f91488ab9e1609b54da2de5ca80d50b4"}) as unknown as TypedDocumentString<ChangesRoundsQuery, ChangesRoundsQueryVariables>;
export const CompareUnitsDocument = new TypedDocumentString(`
    query CompareUnits($ids: [ID!]!, $on: LocalDate, $basis: BoundaryBasis!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      ...ComparedUnit
      progress(asOf: $on, basis: $basis, own: true) {
        __typename
        ...ComparedReport
      }
    }
  }
}
    fragment ComparedUnit on AdministrativeUnit {
  __typename
  id
  code
  kind
  name
  validFrom
  validTo
  parent {
    __typename
    id
    name
  }
}
fragment ComparedReport on ProgressReport {
  __typename
  asOf
  lines {
    __typename
    ...LineFigures
  }
  warnings {
    __typename
    code
    group
    message
  }
}
fragment LineFigures on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  decided
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}`, {"hash":"sha256:a589ae3bbd89f407f882ab4d5f9dedf57318a9b5a91913cab13bb3bcf20c0356"}) as unknown as TypedDocumentString<CompareUnitsQuery, CompareUnitsQueryVariables>;
export const CompareDaysDocument = new TypedDocumentString(`
    query CompareDays($unit: ID!, $on: [LocalDate!], $basis: BoundaryBasis!) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      ...ComparedUnit
      progressSeries(on: $on, basis: $basis, own: true) {
        __typename
        ...ComparedReport
      }
    }
  }
}
    fragment ComparedUnit on AdministrativeUnit {
  __typename
  id
  code
  kind
  name
  validFrom
  validTo
  parent {
    __typename
    id
    name
  }
}
fragment ComparedReport on ProgressReport {
  __typename
  asOf
  lines {
    __typename
    ...LineFigures
  }
  warnings {
    __typename
    code
    group
    message
  }
}
fragment LineFigures on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  decided
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}`, {"hash":"sha256:3d0a56cfb24f1d7904d8263ba941905b6ee8398df37fd45885061c2d886b30f3"}) as unknown as TypedDocumentString<CompareDaysQuery, CompareDaysQueryVariables>;
export const CompareStartDocument = new TypedDocumentString(`
    query CompareStart {
  reportingRounds(first: 1) {
    __typename
    nodes {
      __typename
      id
      unit {
        __typename
        id
      }
    }
  }
}
    `, {"hash":"sha256:979648c5fd181a937e479d914ea68736242d6c43173d245062426f2592406e8b"}) as unknown as TypedDocumentString<CompareStartQuery, CompareStartQueryVariables>;
export const UnitChoicesDocument = new TypedDocumentString(`
    query UnitChoices($search: String, $code: String!, $on: LocalDate) {
  administrativeUnits(filter: {search: $search, on: $on}, first: 20) {
    __typename
    nodes {
      __typename
      ...UnitChoice
    }
  }
  province: administrativeUnit(code: $code, kind: PROVINCE, on: $on) {
    __typename
    ...UnitChoice
  }
  commune: administrativeUnit(code: $code, kind: COMMUNE, on: $on) {
    __typename
    ...UnitChoice
  }
}
    fragment UnitChoice on AdministrativeUnit {
  __typename
  id
  code
  name
}`, {"hash":"sha256:66fa89d4d9d88bc24f1c1c93108a988197068f0d3e84570972e24c70b5dfa564"}) as unknown as TypedDocumentString<UnitChoicesQuery, UnitChoicesQueryVariables>;
export const InstitutionChoicesDocument = new TypedDocumentString(`
    query InstitutionChoices($search: String, $code: String!, $closed: Boolean!) {
  institutions(filter: {search: $search, includeClosed: $closed}, first: 20) {
    __typename
    nodes {
      __typename
      ...InstitutionChoice
    }
  }
  institution(code: $code) {
    __typename
    ...InstitutionChoice
  }
}
    fragment InstitutionChoice on Institution {
  __typename
  id
  code
  name
}`, {"hash":"sha256:e0d65f0ffd1569a395ffcfe69376e5e4bd23e13ec3d71d7bd8f432ee8c7ca53f"}) as unknown as TypedDocumentString<InstitutionChoicesQuery, InstitutionChoicesQueryVariables>;
export const AccountChoicesDocument = new TypedDocumentString(`
    query AccountChoices($search: String) {
  accounts(filter: {search: $search}, first: 20) {
    __typename
    nodes {
      __typename
      ...AccountChoice
    }
  }
}
    fragment AccountChoice on Account {
  __typename
  id
  name
  email
}`, {"hash":"sha256:411862ebe770f99df53a1d18799da220b930d851acbd395a06c22f57e19aae93"}) as unknown as TypedDocumentString<AccountChoicesQuery, AccountChoicesQueryVariables>;
export const ChosenDocument = new TypedDocumentString(`
    query Chosen($id: ID!) {
  node(id: $id) {
    __typename
    id
    ...UnitChoice
    ...InstitutionChoice
    ...AccountChoice
  }
}
    fragment UnitChoice on AdministrativeUnit {
  __typename
  id
  code
  name
}
fragment InstitutionChoice on Institution {
  __typename
  id
  code
  name
}
fragment AccountChoice on Account {
  __typename
  id
  name
  email
}`, {"hash":"sha256:ace895504f810f23cef2092cbc5cde87f54f52e3e4c93e5fc1f5bde858cd328e"}) as unknown as TypedDocumentString<ChosenQuery, ChosenQueryVariables>;
export const UnitByCodeDocument = new TypedDocumentString(`
    query UnitByCode($code: String!, $kind: UnitKind, $on: LocalDate) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    __typename
    id
    code
    kind
    name
  }
}
    `, {"hash":"sha256:f8a853bb2133a66993f5c2a58fe96dc91b2ebb4fb8d8ddae8c235f75ecbfa0ae"}) as unknown as TypedDocumentString<UnitByCodeQuery, UnitByCodeQueryVariables>;
export const UnitsDocument = new TypedDocumentString(`
    query Units($search: String, $on: LocalDate) {
  administrativeUnits(filter: {search: $search, on: $on}, first: 20) {
    __typename
    nodes {
      __typename
      id
      code
      kind
      name
    }
  }
}
    `, {"hash":"sha256:178a7c5c1991738b8bc713ed6d13aa11f3fecfe78ce88d627e9ec80e243ec2d3"}) as unknown as TypedDocumentString<UnitsQuery, UnitsQueryVariables>;
export const HomeHubDocument = new TypedDocumentString(`
    query HomeHub {
  hubHealth {
    __typename
    problems
    warnings
    queues {
      __typename
      queue
      waiting
      failed
    }
  }
  unsettled: institutions(filter: {settled: false}, first: 1) {
    __typename
    totalCount
  }
  withoutAccount: institutions(filter: {hasAccount: false}, first: 1) {
    __typename
    totalCount
  }
}
    `, {"hash":"sha256:06319c677313ef02eefe992393e14d60b86f4f5fd0abf3d7caa797481870b08b"}) as unknown as TypedDocumentString<HomeHubQuery, HomeHubQueryVariables>;
export const HomeUnitDocument = new TypedDocumentString(`
    query HomeUnit($unit: ID!) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      code
      kind
      name
      validTo
      progress(own: true) {
        __typename
        asOf
        lines {
          __typename
          ...LineFigures
        }
      }
    }
  }
  reportingRounds(first: 20) {
    __typename
    nodes {
      __typename
      id
      code
      name
      phase
      dueOn
      referenceDate
    }
  }
}
    fragment LineFigures on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  decided
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}`, {"hash":"sha256:f4618483f519a43380f5fb509bfebb326cdc5f484f7816b619ca3774e301abbc"}) as unknown as TypedDocumentString<HomeUnitQuery, HomeUnitQueryVariables>;
export const HomeMoversDocument = new TypedDocumentString(`
    query HomeMovers($unit: ID!, $from: LocalDate!, $group: InstitutionGroup!, $indicator: String!) {
  up: progressMovers(
    unit: $unit
    from: $from
    group: $group
    indicator: $indicator
    orderBy: {figure: PERCENT, direction: UP}
    first: 3
  ) {
    __typename
    ...Moved
  }
  down: progressMovers(
    unit: $unit
    from: $from
    group: $group
    indicator: $indicator
    orderBy: {figure: PERCENT, direction: DOWN}
    first: 3
  ) {
    __typename
    ...Moved
  }
}
    fragment Moved on ProgressMoverConnection {
  __typename
  nodes {
    __typename
    percentPoints
    unit {
      __typename
      id
      code
      kind
      name
    }
    before {
      __typename
      percent
    }
    after {
      __typename
      percent
    }
  }
}`, {"hash":"sha256:ece1f84ff644e4127729af39cce75c6d37168fc8e23e504773d0126f5bd0fe3d"}) as unknown as TypedDocumentString<HomeMoversQuery, HomeMoversQueryVariables>;
export const HomeRoundDocument = new TypedDocumentString(`
    query HomeRound($round: ID!, $unit: ID!) {
  node(id: $round) {
    __typename
    id
    ... on ReportingRound {
      __typename
      canExtend
      completeness(unit: $unit) {
        __typename
        total {
          __typename
          ...Counts
        }
      }
    }
  }
}
    fragment Counts on CompletenessCounts {
  __typename
  called
  notBegun
  draft
  submitted
  returned
  approved
  overdue
}`, {"hash":"sha256:8f7b0b573a11bb550280a60d2a5ace94b8978071e8bc35ab49dfbd6cd8fe216c"}) as unknown as TypedDocumentString<HomeRoundQuery, HomeRoundQueryVariables>;
export const HomeQueueDocument = new TypedDocumentString(`
    query HomeQueue {
  statusUpdates(
    first: 5
    orderBy: OLDEST_SUBMISSION
    filter: {awaitingDecision: true}
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      institution {
        __typename
        id
        name
      }
      round {
        __typename
        id
        name
      }
      newestRevision {
        __typename
        number
        submittedAt
        answerCounts {
          __typename
          changed
        }
      }
    }
  }
}
    `, {"hash":"sha256:c92cfc438ec2966d8b748cab2173cf362139e6a42008a0a7fe241f6364f3a02a"}) as unknown as TypedDocumentString<HomeQueueQuery, HomeQueueQueryVariables>;
export const HomeSchoolDocument = new TypedDocumentString(`
    query HomeSchool($institution: ID!) {
  node(id: $institution) {
    __typename
    id
    ... on Institution {
      __typename
      participations(phase: OPEN, first: 20) {
        __typename
        nodes {
          __typename
          state
          dueOn
          daysLate
          overdue
          exception {
            __typename
            kind
          }
          update {
            __typename
            id
            newestRevision {
              __typename
              decisionNote
              answerCounts {
                __typename
                asked
                answered
              }
            }
          }
          round {
            __typename
            id
            name
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:4ce65015f27263a2bf64c8a9ed353baf72d332f274e68bc0b66acb2193dcc462"}) as unknown as TypedDocumentString<HomeSchoolQuery, HomeSchoolQueryVariables>;
export const HomeReasonsDocument = new TypedDocumentString(`
    query HomeReasons($update: ID!) {
  node(id: $update) {
    __typename
    id
    ... on StatusUpdate {
      __typename
      newestRevision {
        __typename
        entries {
          __typename
          criterion {
            __typename
            code
          }
          returnReason
        }
      }
    }
  }
}
    `, {"hash":"sha256:c72ee09c33b1f44990fb45a601ca88b02eb4aaf45fbb4ed2a1686b615bed78e2"}) as unknown as TypedDocumentString<HomeReasonsQuery, HomeReasonsQueryVariables>;
export const InstitutionHistoryDocument = new TypedDocumentString(`
    query InstitutionHistory($id: ID!, $first: Int!, $after: String) {
  node(id: $id) {
    __typename
    id
    ... on Institution {
      __typename
      history(first: $first, after: $after) {
        __typename
        totalCount
        pageInfo {
          __typename
          hasNextPage
          endCursor
        }
        nodes {
          __typename
          id
          at
          accountName
          action
          subjectType
          before
          after
        }
      }
    }
  }
}
    `, {"hash":"sha256:14701f1bf44ee851426c8ce23f69e4d49efbe1fc1c5fca6f2830ea6c8ebd6adb"}) as unknown as TypedDocumentString<InstitutionHistoryQuery, InstitutionHistoryQueryVariables>;
export const InstitutionLevelsDocument = new TypedDocumentString(`
    query InstitutionLevels($id: ID!, $on: LocalDate) {
  node(id: $id) {
    __typename
    id
    ... on Institution {
      __typename
      frameworkResults(asOf: $on) {
        __typename
        asOf
        result {
          __typename
          ...FrameworkReached
          framework {
            __typename
            ...FrameworkNamed
            criteria {
              __typename
              code
              text
            }
          }
        }
      }
    }
  }
}
    fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}`, {"hash":"sha256:853931f0f98dfe9a0b2535d937ab6d2d50bb1fc219f187220352e58ca2080b54"}) as unknown as TypedDocumentString<InstitutionLevelsQuery, InstitutionLevelsQueryVariables>;
export const InstitutionListDocument = new TypedDocumentString(`
    query InstitutionList($filter: InstitutionFilter, $orderBy: InstitutionOrder!, $on: LocalDate, $first: Int!, $after: String) {
  institutions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      code
      name
      kind
      unit(on: $on) {
        __typename
        id
        name
      }
      pillars(asOf: $on) {
        __typename
        pillar
        observation
        stage
      }
    }
  }
}
    `, {"hash":"sha256:439ceeb45170c14ded76301adee6d662ea3e0267df5f12b33e818ff06703ba74"}) as unknown as TypedDocumentString<InstitutionListQuery, InstitutionListQueryVariables>;
export const InstitutionPageDocument = new TypedDocumentString(`
    query InstitutionPage($code: String!, $id: ID!, $hasId: Boolean!, $on: LocalDate) {
  institution(code: $code) @skip(if: $hasId) {
    __typename
    ...ShownInstitution
  }
  node(id: $id) @include(if: $hasId) {
    __typename
    ...ShownInstitution
  }
}
    fragment ShownInstitution on Institution {
  __typename
  id
  code
  name
  kind
  levels
  ownership
  specialStatus
  openedOn
  closedOn
  sourceStatus
  version
  canChange
  unit {
    __typename
    id
    name
  }
  codes {
    __typename
    system
    code
    validFrom
    validTo
  }
  predecessors {
    __typename
    kind
    effectiveOn
    predecessor {
      __typename
      id
      code
      name
    }
  }
  successors {
    __typename
    kind
    effectiveOn
    successor {
      __typename
      id
      code
      name
    }
  }
  contact {
    __typename
    email
    telephone
    version
  }
  campuses {
    __typename
    system
    code
    name
    validFrom
    validTo
    unit {
      __typename
      id
      name
    }
  }
  locations {
    __typename
    settled
    validFrom
    validTo
    unit {
      __typename
      id
      code
      kind
      name
    }
    candidates {
      __typename
      id
      name
    }
  }
  pillars(asOf: $on) {
    __typename
    pillar
    observation
    stage
    points
    maxPoints
    asOf
  }
}`, {"hash":"sha256:a2c6ccc9a769479a65f4c8f8f66a7cae4214b363701ea7284d9e7dbbb612ff81"}) as unknown as TypedDocumentString<InstitutionPageQuery, InstitutionPageQueryVariables>;
export const RegisterCreateDocument = new TypedDocumentString(`
    mutation RegisterCreate($input: InstitutionCreateInput!) {
  answer: institutionCreate(input: $input) {
    __typename
    ...RegisterAnswer
  }
}
    fragment RegisterAnswer on InstitutionChangePayload {
  __typename
  institution {
    __typename
    id
    code
    name
    version
  }
  effect {
    __typename
    ...RegisterEffect
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:fc9d7c2f4e07d195110110f699d69e1b5a70fe838893f172fd8db249d431d3d9"}) as unknown as TypedDocumentString<RegisterCreateMutation, RegisterCreateMutationVariables>;
export const RegisterChangeDocument = new TypedDocumentString(`
    mutation RegisterChange($input: InstitutionChangeInput!) {
  answer: institutionChange(input: $input) {
    __typename
    ...RegisterAnswer
  }
}
    fragment RegisterAnswer on InstitutionChangePayload {
  __typename
  institution {
    __typename
    id
    code
    name
    version
  }
  effect {
    __typename
    ...RegisterEffect
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:78e21805253de1b3c81f8441ab4acaebebd8ca2360a8b7569aa891dacfa09973"}) as unknown as TypedDocumentString<RegisterChangeMutation, RegisterChangeMutationVariables>;
export const RegisterCloseDocument = new TypedDocumentString(`
    mutation RegisterClose($input: InstitutionCloseInput!) {
  answer: institutionClose(input: $input) {
    __typename
    ...RegisterAnswer
  }
}
    fragment RegisterAnswer on InstitutionChangePayload {
  __typename
  institution {
    __typename
    id
    code
    name
    version
  }
  effect {
    __typename
    ...RegisterEffect
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:7b093f959d20d9d611871b72b163862834b46a63c8a4953b9c4cfb3c84977fd4"}) as unknown as TypedDocumentString<RegisterCloseMutation, RegisterCloseMutationVariables>;
export const RegisterReopenDocument = new TypedDocumentString(`
    mutation RegisterReopen($input: InstitutionReopenInput!) {
  answer: institutionReopen(input: $input) {
    __typename
    ...RegisterAnswer
  }
}
    fragment RegisterAnswer on InstitutionChangePayload {
  __typename
  institution {
    __typename
    id
    code
    name
    version
  }
  effect {
    __typename
    ...RegisterEffect
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:7e5902cff5661bea4992f41e69f935fca05a46ae1437b45f6128fa0edd8bcbba"}) as unknown as TypedDocumentString<RegisterReopenMutation, RegisterReopenMutationVariables>;
export const RegisterCodeAddDocument = new TypedDocumentString(`
    mutation RegisterCodeAdd($input: InstitutionCodeAddInput!) {
  answer: institutionCodeAdd(input: $input) {
    __typename
    ...RegisterAnswer
  }
}
    fragment RegisterAnswer on InstitutionChangePayload {
  __typename
  institution {
    __typename
    id
    code
    name
    version
  }
  effect {
    __typename
    ...RegisterEffect
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:110a086644de393e2437fc695f6e46e4d67a617ad1e6c1ef59d4bea1cc6cb48b"}) as unknown as TypedDocumentString<RegisterCodeAddMutation, RegisterCodeAddMutationVariables>;
export const RegisterCampusAddDocument = new TypedDocumentString(`
    mutation RegisterCampusAdd($input: CampusAddInput!) {
  answer: campusAdd(input: $input) {
    __typename
    ...RegisterAnswer
  }
}
    fragment RegisterAnswer on InstitutionChangePayload {
  __typename
  institution {
    __typename
    id
    code
    name
    version
  }
  effect {
    __typename
    ...RegisterEffect
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:ca374e12b809424746fb555dc8810c44b5353ae103dd2d72137150268c15906a"}) as unknown as TypedDocumentString<RegisterCampusAddMutation, RegisterCampusAddMutationVariables>;
export const RegisterCampusChangeDocument = new TypedDocumentString(`
    mutation RegisterCampusChange($input: CampusChangeInput!) {
  answer: campusChange(input: $input) {
    __typename
    ...RegisterAnswer
  }
}
    fragment RegisterAnswer on InstitutionChangePayload {
  __typename
  institution {
    __typename
    id
    code
    name
    version
  }
  effect {
    __typename
    ...RegisterEffect
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:e07649b45402ecdadf719846339992ebef6a622c38023050f363039981a4c861"}) as unknown as TypedDocumentString<RegisterCampusChangeMutation, RegisterCampusChangeMutationVariables>;
export const RegisterContactDocument = new TypedDocumentString(`
    mutation RegisterContact($input: InstitutionContactSetInput!) {
  institutionContactSet(input: $input) {
    __typename
    institution {
      __typename
      id
      code
      name
      version
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:976182dc2b6fe0cda86ebcf8db1c0716b714633b427b2560c4d1680c10d1fe98"}) as unknown as TypedDocumentString<RegisterContactMutation, RegisterContactMutationVariables>;
export const RegisterSuccessionDocument = new TypedDocumentString(`
    mutation RegisterSuccession($input: InstitutionSuccessionRecordInput!) {
  answer: institutionSuccessionRecord(input: $input) {
    __typename
    ...RegisterAnswer
  }
}
    fragment RegisterAnswer on InstitutionChangePayload {
  __typename
  institution {
    __typename
    id
    code
    name
    version
  }
  effect {
    __typename
    ...RegisterEffect
  }
  userErrors {
    __typename
    code
    field
    message
  }
}
fragment RegisterEffect on InstitutionEffect {
  __typename
  asOf
  changes {
    __typename
    column
    before
    after
    since
    corrected
  }
  figures {
    __typename
    unit {
      __typename
      id
      code
      name
    }
    group
    institutionsBefore
    institutionsAfter
    completedBefore
    completedAfter
  }
  roundsJoined {
    __typename
    id
    name
  }
  roundsLeft {
    __typename
    id
    name
  }
  targets {
    __typename
    id
    group
    year
    percent
    indicator {
      __typename
      code
      name
    }
    plan {
      __typename
      id
      title
    }
  }
}`, {"hash":"sha256:f8e8a07b19979f4728fd07f275a04f06ac64ef253ec19c2b497742e8e87854dc"}) as unknown as TypedDocumentString<RegisterSuccessionMutation, RegisterSuccessionMutationVariables>;
export const MapShapesDocument = new TypedDocumentString(`
    query MapShapes($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!) {
  unitBoundaries(unit: $unit, asOf: $on, basis: $basis) {
    __typename
    features
    sources {
      __typename
      source
      licence
      validFrom
    }
    withoutShape {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"sha256:082ca44c0060c39f78747edbb99f2bee0eb24646455ebd9296a83935b9f99a57"}) as unknown as TypedDocumentString<MapShapesQuery, MapShapesQueryVariables>;
export const AccountAddDocument = new TypedDocumentString(`
    mutation AccountAdd($input: AccountCreateInput!) {
  accountCreate(input: $input) {
    __typename
    account {
      __typename
      ...AccountShown
    }
    invitationCode
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:5e9a1c54b04587579a5418a6bb77e8597246b2be673766965a9eca3add43fb41"}) as unknown as TypedDocumentString<AccountAddMutation, AccountAddMutationVariables>;
export const AccountInviteDocument = new TypedDocumentString(`
    mutation AccountInvite($input: AccountInviteInput!) {
  accountInvite(input: $input) {
    __typename
    account {
      __typename
      ...AccountShown
    }
    invitationCode
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:81a5cf21d3afd087748b68e6b4b14cf65a5fb44229e0ffa62b433317eb569211"}) as unknown as TypedDocumentString<AccountInviteMutation, AccountInviteMutationVariables>;
export const AccountShutOutDocument = new TypedDocumentString(`
    mutation AccountShutOut($input: AccountDisableInput!) {
  accountDisable(input: $input) {
    __typename
    account {
      __typename
      ...AccountShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:4208e6e149d4b9d34a028b0734273906cdfc320220ee2ecc80ea1d27d83d0dfe"}) as unknown as TypedDocumentString<AccountShutOutMutation, AccountShutOutMutationVariables>;
export const AccountLetInDocument = new TypedDocumentString(`
    mutation AccountLetIn($input: AccountEnableInput!) {
  accountEnable(input: $input) {
    __typename
    account {
      __typename
      ...AccountShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:d9a5f6ee71cb80530b64b2de55951b624c86b7a5e0e29247082d5fe2d351be3a"}) as unknown as TypedDocumentString<AccountLetInMutation, AccountLetInMutationVariables>;
export const PasswordPutDocument = new TypedDocumentString(`
    mutation PasswordPut($input: AccountPasswordResetInput!) {
  accountPasswordReset(input: $input) {
    __typename
    account {
      __typename
      ...AccountShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:08b13560bbd7a87363f37d66e87729750c0abe21b0719173dc2b4e4867f50cf2"}) as unknown as TypedDocumentString<PasswordPutMutation, PasswordPutMutationVariables>;
export const DutyAddDocument = new TypedDocumentString(`
    mutation DutyAdd($input: GrantAddInput!) {
  grantAdd(input: $input) {
    __typename
    grant {
      __typename
      ...Duty
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:fc42c45588b1319697067fa261053bb467778e0dc0666fcb3a6104b7a37b3d30"}) as unknown as TypedDocumentString<DutyAddMutation, DutyAddMutationVariables>;
export const DutyEndDocument = new TypedDocumentString(`
    mutation DutyEnd($input: GrantEndInput!) {
  grantEnd(input: $input) {
    __typename
    grant {
      __typename
      ...Duty
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:dae5db74ea8e46eeb280058c549aad19b20ce1f179ab799bcf47c6760434bcbd"}) as unknown as TypedDocumentString<DutyEndMutation, DutyEndMutationVariables>;
export const AccountRenameDocument = new TypedDocumentString(`
    mutation AccountRename($input: AccountRenameInput!) {
  accountRename(input: $input) {
    __typename
    account {
      __typename
      ...AccountShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:a130317772f30abfe591ff7c05add9298c4c3423339532f9626c1d9468dd1c03"}) as unknown as TypedDocumentString<AccountRenameMutation, AccountRenameMutationVariables>;
export const AccountUnlinkDocument = new TypedDocumentString(`
    mutation AccountUnlink($input: AccountUnlinkInput!) {
  accountUnlink(input: $input) {
    __typename
    account {
      __typename
      ...AccountShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:1dcd32d681058687d4cf8e1e349f9280aa1bb1e4faed296b1a07cd5b4d36067f"}) as unknown as TypedDocumentString<AccountUnlinkMutation, AccountUnlinkMutationVariables>;
export const AccountSecondFactorResetDocument = new TypedDocumentString(`
    mutation AccountSecondFactorReset($input: AccountSecondFactorResetInput!) {
  accountSecondFactorReset(input: $input) {
    __typename
    account {
      __typename
      ...AccountShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:67378b8523f744d6b9bb474a8ea1d208d8120684e7eef3a692560228e9c8ef5b"}) as unknown as TypedDocumentString<AccountSecondFactorResetMutation, AccountSecondFactorResetMutationVariables>;
export const AccountDetailDocument = new TypedDocumentString(`
    query AccountDetail($account: ID!) {
  node(id: $account) {
    __typename
    id
    ...AccountShown
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:a857654fd35cd417e37db3f4b631a0dfcc1c8cb9c7cb15b05f6e93abc45f3c6d"}) as unknown as TypedDocumentString<AccountDetailQuery, AccountDetailQueryVariables>;
export const AccountFileDocument = new TypedDocumentString(`
    mutation AccountFile($input: AccountImportInput!) {
  accountImport(input: $input) {
    __typename
    accountImport {
      __typename
      dryRun
      created
      updated
      unchanged
      rows {
        __typename
        row
        outcome
        name
        nameBefore
        signInName
        givesDuty
        role
        unit {
          __typename
          id
          name
        }
        institution {
          __typename
          id
          name
        }
      }
      invitations {
        __typename
        ...Invited
      }
    }
    problems {
      __typename
      row
      column
      value
      message
    }
    findings {
      __typename
      row
      column
      value
      message
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment Invited on AccountInvitation {
  __typename
  code
  account {
    __typename
    id
    name
    signInName
    invitationEndsAt
    grants {
      __typename
      id
      unit {
        __typename
        id
        name
      }
      institution {
        __typename
        id
        name
      }
    }
  }
}`, {"hash":"sha256:475c366a10af39169d186b20d52dd9dd2766fe37fca05bb692a72bdcc0b41cfb"}) as unknown as TypedDocumentString<AccountFileMutation, AccountFileMutationVariables>;
export const AccountTemplateDocument = new TypedDocumentString(`
    query AccountTemplate {
  accountImportTemplate {
    __typename
    csv
    workbook
  }
}
    `, {"hash":"sha256:49576b0073390d116d3579160793fc61adc7233b81ad8668002cb52a42caf2a7"}) as unknown as TypedDocumentString<AccountTemplateQuery, AccountTemplateQueryVariables>;
export const AccountsInviteDocument = new TypedDocumentString(`
    mutation AccountsInvite($input: AccountsInviteInput!) {
  accountsInvite(input: $input) {
    __typename
    invitations {
      __typename
      ...Invited
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment Invited on AccountInvitation {
  __typename
  code
  account {
    __typename
    id
    name
    signInName
    invitationEndsAt
    grants {
      __typename
      id
      unit {
        __typename
        id
        name
      }
      institution {
        __typename
        id
        name
      }
    }
  }
}`, {"hash":"sha256:0289ea02a682c236ba3ac7227ceb4d2b035d7ec2aaa938ad3bfccedd04f25ef6"}) as unknown as TypedDocumentString<AccountsInviteMutation, AccountsInviteMutationVariables>;
export const SchoolsWithoutDocument = new TypedDocumentString(`
    query SchoolsWithout($filter: InstitutionFilter, $first: Int!, $after: String) {
  institutions(filter: $filter, first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      code
      name
      unit {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:4f7c400a259f4a9c80946fa801c244464b368c099649588839ac7475c74559ce"}) as unknown as TypedDocumentString<SchoolsWithoutQuery, SchoolsWithoutQueryVariables>;
export const AccountListDocument = new TypedDocumentString(`
    query AccountList($filter: AccountFilter, $first: Int!, $after: String) {
  accounts(filter: $filter, first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...AccountShown
    }
  }
}
    fragment AccountShown on Account {
  __typename
  id
  name
  email
  signInName
  state
  invitationEndsAt
  invitationMail {
    __typename
    id
    address
    state
    answer
  }
  fromIssuer
  secondFactor
  identities {
    __typename
    issuer
    name
    linkedAt
  }
  createdAt
  disabledAt
  lockedUntil
  passwordChangeRequired
  grants {
    __typename
    ...Duty
  }
}
fragment Duty on Grant {
  __typename
  id
  role
  kinds
  validFrom
  validTo
  unit {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    name
  }
}`, {"hash":"sha256:41154e5b163f2ba8f8a73df20f8cd2badb6eb0bd3070fe64dd09eae4b9b57a21"}) as unknown as TypedDocumentString<AccountListQuery, AccountListQueryVariables>;
export const AskedNamesDocument = new TypedDocumentString(`
    query AskedNames {
  frameworks {
    __typename
    id
    criteria {
      __typename
      code
      text
      question {
        __typename
        code
        options {
          __typename
          code
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:2cec46fdad69d840ecad6d6f436184b42e77ba23761cfe671a2b626eff12de2c"}) as unknown as TypedDocumentString<AskedNamesQuery, AskedNamesQueryVariables>;
export const AuditDocument = new TypedDocumentString(`
    query Audit($filter: AuditEventFilter, $first: Int!, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      at
      accountName
      action
      subjectType
      before
      after
      institution {
        __typename
        id
        name
      }
      unit {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:9746d18a821c3dcb8e42d4675e5e9bd215c88f5a88052d30ba9284335df3ecfa"}) as unknown as TypedDocumentString<AuditQuery, AuditQueryVariables>;
export const CriteriaImportDocument = new TypedDocumentString(`
    mutation CriteriaImport($input: FrameworkImportInput!) {
  frameworkImport(input: $input) {
    __typename
    outcome
    draft {
      __typename
      id
    }
    framework {
      __typename
      id
      name
    }
    outline {
      __typename
      ...OutlineOfCriteria
    }
    problems {
      __typename
      path
      sheet
      row
      column
      message
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment OutlineOfCriteria on FrameworkOutline {
  __typename
  questions
  criteria
  kinds {
    __typename
    kind
    criteria
    sections {
      __typename
      code
      name
      points
    }
  }
  indicators {
    __typename
    code
    name
    kinds
    isNew
  }
}`, {"hash":"sha256:c229fbf95bd824f3c2bf36b272ce313a667f6738c95f318bb25376ff3d681fee"}) as unknown as TypedDocumentString<CriteriaImportMutation, CriteriaImportMutationVariables>;
export const CriteriaPublishDocument = new TypedDocumentString(`
    mutation CriteriaPublish($input: FrameworkPublishInput!) {
  frameworkPublish(input: $input) {
    __typename
    framework {
      __typename
      id
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:3170d810744ecc0f3ce7c71a5832aedb1c4856ade8f49a8be714c7858c517647"}) as unknown as TypedDocumentString<CriteriaPublishMutation, CriteriaPublishMutationVariables>;
export const CriteriaRetireDocument = new TypedDocumentString(`
    mutation CriteriaRetire($input: FrameworkRetireInput!) {
  frameworkRetire(input: $input) {
    __typename
    framework {
      __typename
      id
      validTo
      state
      canRetire
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:ffbf03071e50a1b664c565192fedf18fa5856a14149d45df5c6a7cb4b46b2381"}) as unknown as TypedDocumentString<CriteriaRetireMutation, CriteriaRetireMutationVariables>;
export const CriteriaDraftDiscardDocument = new TypedDocumentString(`
    mutation CriteriaDraftDiscard($input: FrameworkDraftDiscardInput!) {
  frameworkDraftDiscard(input: $input) {
    __typename
    discarded
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:0ad8a2f0b01e0b0f5c793da2d3dc25f2a0cd5d26c23e335370b65711fc9bf617"}) as unknown as TypedDocumentString<CriteriaDraftDiscardMutation, CriteriaDraftDiscardMutationVariables>;
export const CriteriaDetailDocument = new TypedDocumentString(`
    query CriteriaDetail($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Framework {
      __typename
      code
      version
      name
      source
      sourceStatus
      validFrom
      validTo
      state
      canRetire
      sections {
        __typename
        code
        name
        parent
        maximum
        gapReason
      }
      outline {
        __typename
        ...OutlineOfCriteria
      }
      comparison {
        __typename
        ...ComparisonOfCriteria
      }
    }
    ... on FrameworkDraft {
      __typename
      code
      frameworkVersion
      draftVersion: version
      name
      source
      sourceStatus
      validFrom
      draftValidTo: validTo
      storedBy
      updatedAt
      canPublish
      sections {
        __typename
        code
        name
        parent
        maximum
        gapReason
      }
      outline {
        __typename
        ...OutlineOfCriteria
      }
      comparison {
        __typename
        ...ComparisonOfCriteria
      }
      problems {
        __typename
        path
        sheet
        row
        column
        message
      }
    }
  }
}
    fragment OutlineOfCriteria on FrameworkOutline {
  __typename
  questions
  criteria
  kinds {
    __typename
    kind
    criteria
    sections {
      __typename
      code
      name
      points
    }
  }
  indicators {
    __typename
    code
    name
    kinds
    isNew
  }
}
fragment ComparisonOfCriteria on FrameworkComparison {
  __typename
  version
  changes {
    __typename
    kind
    code
    before
    after
    addedKinds
    droppedKinds
  }
}`, {"hash":"sha256:133aa44262ab75722d21998f599ed16ff2bd8bb4b21c3634cfc6268aad052cae"}) as unknown as TypedDocumentString<CriteriaDetailQuery, CriteriaDetailQueryVariables>;
export const CriteriaFormDocument = new TypedDocumentString(`
    query CriteriaForm($id: ID!, $kind: InstitutionKind!) {
  node(id: $id) {
    __typename
    id
    ... on Framework {
      __typename
      form(kind: $kind) {
        __typename
        ...AskedQuestion
      }
    }
    ... on FrameworkDraft {
      __typename
      form(kind: $kind) {
        __typename
        ...AskedQuestion
      }
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}`, {"hash":"sha256:78c5bb49fb9f42960212ef3106bea543203d1b8614a9b9aa1ddd7eadc75939d4"}) as unknown as TypedDocumentString<CriteriaFormQuery, CriteriaFormQueryVariables>;
export const CriteriaListDocument = new TypedDocumentString(`
    query CriteriaList {
  frameworks {
    __typename
    id
    code
    version
    name
    sourceStatus
    validFrom
    validTo
    state
  }
  frameworkDrafts {
    __typename
    id
    code
    frameworkVersion
    name
    sourceStatus
    validFrom
    validTo
    updatedAt
    storedBy
    problems {
      __typename
      path
    }
  }
}
    `, {"hash":"sha256:835450fbc112d32deb28d4ce5e755da7f6779c7df2129c0ee6b54b2daa2682d9"}) as unknown as TypedDocumentString<CriteriaListQuery, CriteriaListQueryVariables>;
export const CriteriaTrialDocument = new TypedDocumentString(`
    query CriteriaTrial($framework: ID!, $unit: ID!, $asOf: LocalDate) {
  frameworkTrial(framework: $framework, unit: $unit, asOf: $asOf) {
    __typename
    asOf
    inForce {
      __typename
      id
      version
    }
    summary {
      __typename
      ...TrialCounts
      levels {
        __typename
        level
        institutions
      }
      indicators {
        __typename
        indicator
        completed
        inProgress
        notStarted
        unknown
        up
        down
      }
    }
    units {
      __typename
      unit {
        __typename
        id
        name
      }
      summary {
        __typename
        ...TrialCounts
      }
    }
    institutions(first: 100) {
      __typename
      institution {
        __typename
        id
        code
        name
      }
      level
      levelMove
      indicators {
        __typename
        indicator
        move
      }
      unasked
    }
  }
}
    fragment TrialCounts on TrialSummary {
  __typename
  institutions
  unknown
  levelUp
  levelDown
}`, {"hash":"sha256:cc4d754018e6f1b0151585e5d1cd49efb3e7c26c5cb77cb6a88a621165d7140d"}) as unknown as TypedDocumentString<CriteriaTrialQuery, CriteriaTrialQueryVariables>;
export const HubHealthDocument = new TypedDocumentString(`
    query HubHealth {
  hubHealth {
    __typename
    version
    startedAt
    problems
    warnings
    database {
      __typename
      version
      migration
      megabytes
      connections
      mostConnections
      lockWaits
    }
    disk {
      __typename
      freeMegabytes
      reserveMegabytes
    }
    queues {
      __typename
      queue
      waiting
      failed
      lastFailure {
        __typename
        at
        what
        reason
      }
    }
    virusScanner {
      __typename
      isReachable
      notExamined
    }
    withheldFiles {
      __typename
      sha256
      name
      institution
      virus
      examinedAt
    }
    errors {
      __typename
      at
      message
      reason
      requestId
    }
  }
}
    `, {"hash":"sha256:4ee43373f477fccd5a10473ce98a67490760ef1aa9cb2853ea0404ef35c74a72"}) as unknown as TypedDocumentString<HubHealthQuery, HubHealthQueryVariables>;
export const ImportStartDocument = new TypedDocumentString(`
    mutation ImportStart($input: ImportJobStartInput!) {
  importJobStart(input: $input) {
    __typename
    importJob {
      __typename
      ...ImportJobShown
    }
    upload {
      __typename
      address
      mostBytes
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment ImportJobShown on ImportJob {
  __typename
  id
  version
  kind
  file
  accountName
  createdAt
  state
  percent
  working
  undoes
  from
  created
  updated
  unchanged
  problems
  questions
  leftOut
  answered
  message
  importRun {
    __typename
    id
    number
    undoneAt
    undoneBy
  }
}`, {"hash":"sha256:73ad7dc2a1eb59e8fc62bb54b663cd112603b12566971469d6f431d8049ec9a2"}) as unknown as TypedDocumentString<ImportStartMutation, ImportStartMutationVariables>;
export const ImportTakeBackDocument = new TypedDocumentString(`
    mutation ImportTakeBack($input: ImportJobUndoInput!) {
  importJobUndo(input: $input) {
    __typename
    importJob {
      __typename
      ...ImportJobShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment ImportJobShown on ImportJob {
  __typename
  id
  version
  kind
  file
  accountName
  createdAt
  state
  percent
  working
  undoes
  from
  created
  updated
  unchanged
  problems
  questions
  leftOut
  answered
  message
  importRun {
    __typename
    id
    number
    undoneAt
    undoneBy
  }
}`, {"hash":"sha256:5b05291e4a6e531c383d251986fb470a50ec4f934419229072f92703f4b3e050"}) as unknown as TypedDocumentString<ImportTakeBackMutation, ImportTakeBackMutationVariables>;
export const ImportAnswerDocument = new TypedDocumentString(`
    mutation ImportAnswer($input: ImportJobAnswerInput!) {
  importJobAnswer(input: $input) {
    __typename
    importJob {
      __typename
      ...ImportJobShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment ImportJobShown on ImportJob {
  __typename
  id
  version
  kind
  file
  accountName
  createdAt
  state
  percent
  working
  undoes
  from
  created
  updated
  unchanged
  problems
  questions
  leftOut
  answered
  message
  importRun {
    __typename
    id
    number
    undoneAt
    undoneBy
  }
}`, {"hash":"sha256:8a0de37088cc385156f2efb474c8ea095b896fa16bb95b7a4559334874ab1c3d"}) as unknown as TypedDocumentString<ImportAnswerMutation, ImportAnswerMutationVariables>;
export const ImportSaveDocument = new TypedDocumentString(`
    mutation ImportSave($input: ImportJobSaveInput!) {
  importJobSave(input: $input) {
    __typename
    importJob {
      __typename
      ...ImportJobShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment ImportJobShown on ImportJob {
  __typename
  id
  version
  kind
  file
  accountName
  createdAt
  state
  percent
  working
  undoes
  from
  created
  updated
  unchanged
  problems
  questions
  leftOut
  answered
  message
  importRun {
    __typename
    id
    number
    undoneAt
    undoneBy
  }
}`, {"hash":"sha256:68ab398daa32360fed643e60b7a5d3053e7423642eddb48bf012863ae855ca31"}) as unknown as TypedDocumentString<ImportSaveMutation, ImportSaveMutationVariables>;
export const ImportDiscardDocument = new TypedDocumentString(`
    mutation ImportDiscard($input: ImportJobDiscardInput!) {
  importJobDiscard(input: $input) {
    __typename
    importJob {
      __typename
      ...ImportJobShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment ImportJobShown on ImportJob {
  __typename
  id
  version
  kind
  file
  accountName
  createdAt
  state
  percent
  working
  undoes
  from
  created
  updated
  unchanged
  problems
  questions
  leftOut
  answered
  message
  importRun {
    __typename
    id
    number
    undoneAt
    undoneBy
  }
}`, {"hash":"sha256:10169c51b2cff4e32bb66110618d452571b6550dc9fdffd58e0344e7c32891d6"}) as unknown as TypedDocumentString<ImportDiscardMutation, ImportDiscardMutationVariables>;
export const ImportColumnsDocument = new TypedDocumentString(`
    query ImportColumns($kind: ImportKind!) {
  importColumns(kind: $kind) {
    __typename
    name
    required
    meaning
    values
  }
}
    `, {"hash":"sha256:77bfcd46997ea311629d223e16f76dd44d39b181d1f33382c748e8d1bbf2d1f2"}) as unknown as TypedDocumentString<ImportColumnsQuery, ImportColumnsQueryVariables>;
export const ImportJobDetailDocument = new TypedDocumentString(`
    query ImportJobDetail($id: ID!) {
  node(id: $id) {
    __typename
    id
    ...ImportJobShown
  }
}
    fragment ImportJobShown on ImportJob {
  __typename
  id
  version
  kind
  file
  accountName
  createdAt
  state
  percent
  working
  undoes
  from
  created
  updated
  unchanged
  problems
  questions
  leftOut
  answered
  message
  importRun {
    __typename
    id
    number
    undoneAt
    undoneBy
  }
}`, {"hash":"sha256:8081eb647fd5d39186bd189972e25cf12fadb77c343b3931b913faecbaa9da24"}) as unknown as TypedDocumentString<ImportJobDetailQuery, ImportJobDetailQueryVariables>;
export const ImportJobListDocument = new TypedDocumentString(`
    query ImportJobList($first: Int!, $after: String) {
  importJobs(first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...ImportJobShown
    }
  }
}
    fragment ImportJobShown on ImportJob {
  __typename
  id
  version
  kind
  file
  accountName
  createdAt
  state
  percent
  working
  undoes
  from
  created
  updated
  unchanged
  problems
  questions
  leftOut
  answered
  message
  importRun {
    __typename
    id
    number
    undoneAt
    undoneBy
  }
}`, {"hash":"sha256:0594532cb4bd8946a35594fecabdcb728b4ff0e268e6cf5b69f43ff6c09f61a9"}) as unknown as TypedDocumentString<ImportJobListQuery, ImportJobListQueryVariables>;
export const ImportJobRowsDocument = new TypedDocumentString(`
    query ImportJobRows($id: ID!, $kinds: [ImportJobRowKind!], $first: Int!, $after: String) {
  node(id: $id) {
    __typename
    id
    ... on ImportJob {
      __typename
      rows(kinds: $kinds, first: $first, after: $after) {
        __typename
        totalCount
        pageInfo {
          __typename
          hasNextPage
          endCursor
        }
        nodes {
          __typename
          row
          kind
          subject
          column
          value
          code
          message
          mayBeSame
          changes {
            __typename
            column
            before
            after
            since
            corrected
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:c1f809256bb6837253767215f635f0df4b91cc71a0a148108291b9b7ee1a8806"}) as unknown as TypedDocumentString<ImportJobRowsQuery, ImportJobRowsQueryVariables>;
export const UnsettledDocument = new TypedDocumentString(`
    query Unsettled($unit: ID, $first: Int!, $after: String) {
  institutions(
    filter: {settled: false, unit: $unit}
    orderBy: CODE
    first: $first
    after: $after
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      code
      name
      canChange
      codes {
        __typename
        system
        code
        validTo
      }
      locations {
        __typename
        validFrom
        validTo
        settled
        unit {
          __typename
          id
          code
          name
        }
        candidates {
          __typename
          id
          code
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:b8268f6608f5191710b358767d7afd55bb0059f40bd6d68ec6168823b82383cf"}) as unknown as TypedDocumentString<UnsettledQuery, UnsettledQueryVariables>;
export const KeyAddDocument = new TypedDocumentString(`
    mutation KeyAdd($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    __typename
    apiKey {
      __typename
      ...KeyShown
    }
    secret
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment KeyShown on ApiKey {
  __typename
  id
  name
  scopes
  version
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"sha256:e5ba5f86f07d572cc52f3cb74bb1785c025049be08948696b394ef5bd15d1bc0"}) as unknown as TypedDocumentString<KeyAddMutation, KeyAddMutationVariables>;
export const KeyRotateDocument = new TypedDocumentString(`
    mutation KeyRotate($input: ApiKeyRotateInput!) {
  apiKeyRotate(input: $input) {
    __typename
    apiKey {
      __typename
      ...KeyShown
    }
    secret
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment KeyShown on ApiKey {
  __typename
  id
  name
  scopes
  version
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"sha256:1fd4980c915ca2d0461348be85234b6cde42ed342b45e0d15341d960520340de"}) as unknown as TypedDocumentString<KeyRotateMutation, KeyRotateMutationVariables>;
export const KeyRevokeDocument = new TypedDocumentString(`
    mutation KeyRevoke($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    __typename
    apiKey {
      __typename
      ...KeyShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment KeyShown on ApiKey {
  __typename
  id
  name
  scopes
  version
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"sha256:e1ad793d800ca854e58c3fb7784f7356413bc579de1ea3e3b5271303891c06c0"}) as unknown as TypedDocumentString<KeyRevokeMutation, KeyRevokeMutationVariables>;
export const KeyDetailDocument = new TypedDocumentString(`
    query KeyDetail($key: ID!) {
  node(id: $key) {
    __typename
    id
    ... on ApiKey {
      __typename
      ...KeyShown
      secrets {
        __typename
        prefix
        createdAt
        goodUntil
        lastUsedAt
      }
    }
  }
}
    fragment KeyShown on ApiKey {
  __typename
  id
  name
  scopes
  version
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"sha256:df9e23adfefb4690067e1b490c460dd3e2100af50a2760c5fa2000553a7d6ed4"}) as unknown as TypedDocumentString<KeyDetailQuery, KeyDetailQueryVariables>;
export const KeyListDocument = new TypedDocumentString(`
    query KeyList($first: Int!, $after: String) {
  apiKeys(first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...KeyShown
    }
  }
}
    fragment KeyShown on ApiKey {
  __typename
  id
  name
  scopes
  version
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"sha256:0ed60c14f1dd7b389777199ef2b00a8f461153c5e448f45def82902d48230833"}) as unknown as TypedDocumentString<KeyListQuery, KeyListQueryVariables>;
export const MailAgainDocument = new TypedDocumentString(`
    mutation MailAgain($input: MailResendInput!) {
  mailResend(input: $input) {
    __typename
    mailMessage {
      __typename
      ...MailShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment MailShown on MailMessage {
  __typename
  id
  version
  kind
  state
  address
  attempts
  answer
  createdAt
  nextAttemptAt
  settledAt
  account {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    code
    name
  }
}`, {"hash":"sha256:af2d584cc3065bd8414fe0349751aa5e66e0988c5d0f0d1f48489f7f4307f71b"}) as unknown as TypedDocumentString<MailAgainMutation, MailAgainMutationVariables>;
export const MailListDocument = new TypedDocumentString(`
    query MailList($filter: MailMessageFilter, $first: Int!, $after: String) {
  mailMessages(filter: $filter, first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...MailShown
    }
  }
}
    fragment MailShown on MailMessage {
  __typename
  id
  version
  kind
  state
  address
  attempts
  answer
  createdAt
  nextAttemptAt
  settledAt
  account {
    __typename
    id
    name
  }
  institution {
    __typename
    id
    code
    name
  }
}`, {"hash":"sha256:cd0aa307fc88b20963b3900a3fe43f3999f742799514e4fb3f166ee72dfa7b9b"}) as unknown as TypedDocumentString<MailListQuery, MailListQueryVariables>;
export const MailStandingDocument = new TypedDocumentString(`
    query MailStanding {
  mailSending {
    __typename
    from
    counts {
      __typename
      state
      mails
    }
  }
}
    `, {"hash":"sha256:d3cc7f423c5a58968c3f3aa684b46a249fd94b5a5b4a02b43757cb5c0689124b"}) as unknown as TypedDocumentString<MailStandingQuery, MailStandingQueryVariables>;
export const IndicatorListDocument = new TypedDocumentString(`
    query IndicatorList {
  indicators {
    __typename
    code
    name
    group
  }
}
    `, {"hash":"sha256:a1083f19038b51052dd439f0b9104b06b1282abd6051491a66771088db013403"}) as unknown as TypedDocumentString<IndicatorListQuery, IndicatorListQueryVariables>;
export const PlanAddDocument = new TypedDocumentString(`
    mutation PlanAdd($input: PlanCreateInput!) {
  planCreate(input: $input) {
    __typename
    plan {
      __typename
      id
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:f142a4984f60e78022730b2d984e74fd49c7b0ebfc355cd2aeabce1b106f33e7"}) as unknown as TypedDocumentString<PlanAddMutation, PlanAddMutationVariables>;
export const PlanListDocument = new TypedDocumentString(`
    query PlanList($first: Int!, $after: String) {
  plans(first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      document
      title
      issuer
      issuedOn
      url
      sourceStatus
      version
      canUpdate
      unit {
        __typename
        id
        name
      }
      targets {
        __typename
        id
        group
        indicator {
          __typename
          code
          name
        }
        percent
        year
        dueOn
        sourceStatus
      }
    }
  }
}
    `, {"hash":"sha256:238bf18ea899ae2f037f7c7109269a293fa58ec289f6a1ba86a1f4609b41814e"}) as unknown as TypedDocumentString<PlanListQuery, PlanListQueryVariables>;
export const PlanChangeDocument = new TypedDocumentString(`
    mutation PlanChange($input: PlanUpdateInput!) {
  planUpdate(input: $input) {
    __typename
    plan {
      __typename
      id
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:940298a93f4b779ba48b6a580f43adffcc14539f0b1f6544e626f9fb004e6922"}) as unknown as TypedDocumentString<PlanChangeMutation, PlanChangeMutationVariables>;
export const TargetHistoryDocument = new TypedDocumentString(`
    query TargetHistory($plan: ID!) {
  node(id: $plan) {
    __typename
    id
    ... on Plan {
      __typename
      version
      versions(first: 50) {
        __typename
        nodes {
          __typename
          id
          supersededAt
          targets {
            __typename
            id
            group
            indicator {
              __typename
              code
              name
            }
            year
            percent
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:724b2e9572b8fd5cc891aacdbcb1d734059538715f5eb1cc108216018f97a376"}) as unknown as TypedDocumentString<TargetHistoryQuery, TargetHistoryQueryVariables>;
export const TargetDropDocument = new TypedDocumentString(`
    mutation TargetDrop($input: TargetRemoveInput!) {
  targetRemove(input: $input) {
    __typename
    plan {
      __typename
      id
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:0f78464c8881834e23a38a1cca6e6431bf7f3825c785c3e385ed5cf2ea345eb3"}) as unknown as TypedDocumentString<TargetDropMutation, TargetDropMutationVariables>;
export const TargetPutDocument = new TypedDocumentString(`
    mutation TargetPut($input: TargetSetInput!) {
  targetSet(input: $input) {
    __typename
    target {
      __typename
      id
      group
      indicator {
        __typename
        code
        name
      }
      year
      percent
      dueOn
      sourceStatus
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:54ad916b34d3beda6d6b7c90aedfc123746e5f421bf74932e8fb81ebba559045"}) as unknown as TypedDocumentString<TargetPutMutation, TargetPutMutationVariables>;
export const ExtendOnesDocument = new TypedDocumentString(`
    mutation ExtendOnes($input: ParticipationExtendInput!) {
  participationExtend(input: $input) {
    __typename
    ...ExceptionDone
  }
}
    fragment ExceptionDone on ParticipationExceptionPayload {
  __typename
  participations {
    __typename
    institution {
      __typename
      id
      code
    }
  }
  userErrors {
    __typename
    code
    field
    message
  }
}`, {"hash":"sha256:26daab688704059d74865c794fefc5f911016d0eef6c42c7a53988759995cff8"}) as unknown as TypedDocumentString<ExtendOnesMutation, ExtendOnesMutationVariables>;
export const ReopenOnesDocument = new TypedDocumentString(`
    mutation ReopenOnes($input: ParticipationReopenInput!) {
  participationReopen(input: $input) {
    __typename
    ...ExceptionDone
  }
}
    fragment ExceptionDone on ParticipationExceptionPayload {
  __typename
  participations {
    __typename
    institution {
      __typename
      id
      code
    }
  }
  userErrors {
    __typename
    code
    field
    message
  }
}`, {"hash":"sha256:5051b0d07ea3ffafd5999956692cb09661ce7e666df3d5e79e35b67423e0a8fd"}) as unknown as TypedDocumentString<ReopenOnesMutation, ReopenOnesMutationVariables>;
export const ExcuseOnesDocument = new TypedDocumentString(`
    mutation ExcuseOnes($input: ParticipationExcuseInput!) {
  participationExcuse(input: $input) {
    __typename
    ...ExceptionDone
  }
}
    fragment ExceptionDone on ParticipationExceptionPayload {
  __typename
  participations {
    __typename
    institution {
      __typename
      id
      code
    }
  }
  userErrors {
    __typename
    code
    field
    message
  }
}`, {"hash":"sha256:7008c0f270c7aac210497be63cd81a1fc1607b8b5f026fa3e0af5300727d6e04"}) as unknown as TypedDocumentString<ExcuseOnesMutation, ExcuseOnesMutationVariables>;
export const EndExceptionsDocument = new TypedDocumentString(`
    mutation EndExceptions($input: ParticipationExceptionTakeBackInput!) {
  participationExceptionTakeBack(input: $input) {
    __typename
    ...ExceptionDone
  }
}
    fragment ExceptionDone on ParticipationExceptionPayload {
  __typename
  participations {
    __typename
    institution {
      __typename
      id
      code
    }
  }
  userErrors {
    __typename
    code
    field
    message
  }
}`, {"hash":"sha256:42496fa677f9b2d5965c7bb4f621cdd5e79170cad26581b4086f5d7c3908edd6"}) as unknown as TypedDocumentString<EndExceptionsMutation, EndExceptionsMutationVariables>;
export const FrameworksDocument = new TypedDocumentString(`
    query Frameworks {
  frameworks {
    __typename
    id
    name
    version
    sourceStatus
  }
}
    `, {"hash":"sha256:6dafd80d861cb17101e7e0ebe5ddf41fac2e71e4d688b1cc91fc674846db2779"}) as unknown as TypedDocumentString<FrameworksQuery, FrameworksQueryVariables>;
export const LateDocument = new TypedDocumentString(`
    query Late($round: ID!, $filter: ParticipationFilter!, $first: Int!, $after: String) {
  node(id: $round) {
    __typename
    id
    ... on ReportingRound {
      __typename
      participations(filter: $filter, orderBy: LATEST, first: $first, after: $after) {
        __typename
        totalCount
        pageInfo {
          __typename
          hasNextPage
          endCursor
        }
        nodes {
          __typename
          state
          daysLate
          dueOn
          institution {
            __typename
            id
            code
            name
            contact {
              __typename
              email
              telephone
            }
          }
          unit {
            __typename
            id
            name
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:bf98e2624838ec317a973d3bfd0cee52b324776922e8548976f67c306f9397ce"}) as unknown as TypedDocumentString<LateQuery, LateQueryVariables>;
export const ParticipantsDocument = new TypedDocumentString(`
    query Participants($round: ID!, $filter: ParticipationFilter, $first: Int!, $after: String) {
  node(id: $round) {
    __typename
    id
    ... on ReportingRound {
      __typename
      participations(filter: $filter, first: $first, after: $after) {
        __typename
        totalCount
        pageInfo {
          __typename
          hasNextPage
          endCursor
        }
        nodes {
          __typename
          state
          phase
          dueOn
          closesOn
          update {
            __typename
            id
            revision
          }
          exception {
            __typename
            kind
            reason
            recordedBy
          }
          institution {
            __typename
            id
            code
            name
          }
          unit {
            __typename
            id
            name
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:b8b82b251e70edd4d0a1dc4a5af82e6fd19637a444196c1ac76c5759b77ef593"}) as unknown as TypedDocumentString<ParticipantsQuery, ParticipantsQueryVariables>;
export const ReminderPreviewDocument = new TypedDocumentString(`
    query ReminderPreview($round: ID!, $unit: ID, $audience: [ReminderAudience!]!, $note: String) {
  node(id: $round) {
    __typename
    id
    ... on ReportingRound {
      __typename
      reminder(unit: $unit, audience: $audience, note: $note) {
        __typename
        isSent
        institutions
        mails
        unreachable
        remindedToday
        subject
        text
      }
    }
  }
}
    `, {"hash":"sha256:b2453ec1e558cbf19a8d0aff882bf8e54c922b43272551664cbd2df6ab62a795"}) as unknown as TypedDocumentString<ReminderPreviewQuery, ReminderPreviewQueryVariables>;
export const ReminderSendDocument = new TypedDocumentString(`
    mutation ReminderSend($input: MailReminderSendInput!) {
  mailReminderSend(input: $input) {
    __typename
    institutions
    mails
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:3b4099c10c96bd7bcafe1051db068c83f84e0a34826d02362899b69d9f7b0726"}) as unknown as TypedDocumentString<ReminderSendMutation, ReminderSendMutationVariables>;
export const RoundAmendDocument = new TypedDocumentString(`
    mutation RoundAmend($input: ReportingRoundAmendInput!) {
  reportingRoundAmend(input: $input) {
    __typename
    reportingRound {
      __typename
      id
      name
      referenceDate
      ...RoundTurn
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment RoundTurn on ReportingRound {
  __typename
  version
  phase
  opensOn
  dueOn
  closesOn
  canOpen
  canExtend
  canClose
  canAmend
  canWithdraw
  withdrawnAt
  withdrawalReason
}`, {"hash":"sha256:0e61ae87df4bca21cbd2b914f1d0cd317d40982a3dab3bdad0e38d3e1e67cf27"}) as unknown as TypedDocumentString<RoundAmendMutation, RoundAmendMutationVariables>;
export const RoundCallingDocument = new TypedDocumentString(`
    query RoundCalling($unit: ID!, $frameworks: [ID!]!, $referenceDate: LocalDate!) {
  reportingRoundPreview(
    unit: $unit
    frameworks: $frameworks
    referenceDate: $referenceDate
  ) {
    __typename
    called
    notCalledCount
    kinds {
      __typename
      kind
      reason
      institutions
    }
    notCalled(first: 100) {
      __typename
      reason
      institution {
        __typename
        id
        code
        name
      }
    }
  }
}
    `, {"hash":"sha256:fd4aeea2b360eda9bf5c37d67b6068105ee31f67a62fd55a533e8c7f6c190979"}) as unknown as TypedDocumentString<RoundCallingQuery, RoundCallingQueryVariables>;
export const RoundCloseDocument = new TypedDocumentString(`
    mutation RoundClose($input: ReportingRoundCloseInput!) {
  reportingRoundClose(input: $input) {
    __typename
    reportingRound {
      __typename
      id
      ...RoundTurn
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment RoundTurn on ReportingRound {
  __typename
  version
  phase
  opensOn
  dueOn
  closesOn
  canOpen
  canExtend
  canClose
  canAmend
  canWithdraw
  withdrawnAt
  withdrawalReason
}`, {"hash":"sha256:54d8e7ded91bb02aed801a094b0cc2a177360e54ff2c72d2e091ad11dfd3efbe"}) as unknown as TypedDocumentString<RoundCloseMutation, RoundCloseMutationVariables>;
export const RoundCreateDocument = new TypedDocumentString(`
    mutation RoundCreate($input: ReportingRoundCreateInput!) {
  reportingRoundCreate(input: $input) {
    __typename
    reportingRound {
      __typename
      id
      version
      phase
      opensOn
      dueOn
      closesOn
      canOpen
      canExtend
      canClose
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:3471fb43f0dd71680e966c69d1bfc3fcce7c3789ac23f53d9ed8996377f333dd"}) as unknown as TypedDocumentString<RoundCreateMutation, RoundCreateMutationVariables>;
export const RoundDetailDocument = new TypedDocumentString(`
    query RoundDetail($round: ID!) {
  node(id: $round) {
    __typename
    id
    ... on ReportingRound {
      __typename
      name
      code
      ...RoundTurn
      referenceDate
      unit {
        __typename
        id
        name
      }
      frameworks {
        __typename
        id
        name
      }
      completeness {
        __typename
        total {
          __typename
          ...Counts
        }
        groups {
          __typename
          group
          counts {
            __typename
            ...Counts
          }
        }
        lines {
          __typename
          group
          unit {
            __typename
            id
            name
          }
          counts {
            __typename
            ...Counts
          }
        }
      }
    }
  }
}
    fragment Counts on CompletenessCounts {
  __typename
  called
  notBegun
  draft
  submitted
  returned
  approved
  overdue
}
fragment RoundTurn on ReportingRound {
  __typename
  version
  phase
  opensOn
  dueOn
  closesOn
  canOpen
  canExtend
  canClose
  canAmend
  canWithdraw
  withdrawnAt
  withdrawalReason
}`, {"hash":"sha256:92fc75f5305649a62da79bd764ebed6d60d7800fa24be40b74b2832eb809dca0"}) as unknown as TypedDocumentString<RoundDetailQuery, RoundDetailQueryVariables>;
export const RoundExtendDocument = new TypedDocumentString(`
    mutation RoundExtend($input: ReportingRoundExtendInput!) {
  reportingRoundExtend(input: $input) {
    __typename
    reportingRound {
      __typename
      id
      ...RoundTurn
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment RoundTurn on ReportingRound {
  __typename
  version
  phase
  opensOn
  dueOn
  closesOn
  canOpen
  canExtend
  canClose
  canAmend
  canWithdraw
  withdrawnAt
  withdrawalReason
}`, {"hash":"sha256:68c7f129b79ab74c9c093823a938d063411c35779ee360ac7266c228ded8b4a8"}) as unknown as TypedDocumentString<RoundExtendMutation, RoundExtendMutationVariables>;
export const RoundListDocument = new TypedDocumentString(`
    query RoundList($first: Int!, $after: String) {
  reportingRounds(first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      code
      name
      phase
      opensOn
      dueOn
      closesOn
      unit {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:b593d57b2ca93c136675d825156e62d70b2e67dc125a13799a300e636c9ba969"}) as unknown as TypedDocumentString<RoundListQuery, RoundListQueryVariables>;
export const RoundOpenDocument = new TypedDocumentString(`
    mutation RoundOpen($input: ReportingRoundOpenInput!) {
  reportingRoundOpen(input: $input) {
    __typename
    reportingRound {
      __typename
      id
      ...RoundTurn
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment RoundTurn on ReportingRound {
  __typename
  version
  phase
  opensOn
  dueOn
  closesOn
  canOpen
  canExtend
  canClose
  canAmend
  canWithdraw
  withdrawnAt
  withdrawalReason
}`, {"hash":"sha256:0386cd7a485bdafb0dea653dee42424295d1bffe07ea2f203de57dd1adfdcfee"}) as unknown as TypedDocumentString<RoundOpenMutation, RoundOpenMutationVariables>;
export const RoundWithdrawDocument = new TypedDocumentString(`
    mutation RoundWithdraw($input: ReportingRoundWithdrawInput!) {
  reportingRoundWithdraw(input: $input) {
    __typename
    reportingRound {
      __typename
      id
      ...RoundTurn
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment RoundTurn on ReportingRound {
  __typename
  version
  phase
  opensOn
  dueOn
  closesOn
  canOpen
  canExtend
  canClose
  canAmend
  canWithdraw
  withdrawnAt
  withdrawalReason
}`, {"hash":"sha256:ec35fd530318452f571f336288dd3245d86351aa34244a7d58c16e3164ceeb9c"}) as unknown as TypedDocumentString<RoundWithdrawMutation, RoundWithdrawMutationVariables>;
export const WebhookAddDocument = new TypedDocumentString(`
    mutation WebhookAdd($input: WebhookCreateInput!) {
  webhookCreate(input: $input) {
    __typename
    webhook {
      __typename
      ...WebhookShown
    }
    secret
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment WebhookShown on Webhook {
  __typename
  id
  version
  url
  description
  deliveredAt
  failures
  failingSince
  lastFailure
  nextAttemptAt
  disabledAt
  disabledReason
}`, {"hash":"sha256:b77b498fda84f0864b939b5297797048a91b5f4873792c1713a8d8c9fd0dc9f6"}) as unknown as TypedDocumentString<WebhookAddMutation, WebhookAddMutationVariables>;
export const WebhookChangeDocument = new TypedDocumentString(`
    mutation WebhookChange($input: WebhookUpdateInput!) {
  webhookUpdate(input: $input) {
    __typename
    webhook {
      __typename
      ...WebhookShown
    }
    secret
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment WebhookShown on Webhook {
  __typename
  id
  version
  url
  description
  deliveredAt
  failures
  failingSince
  lastFailure
  nextAttemptAt
  disabledAt
  disabledReason
}`, {"hash":"sha256:06b6637cbdcb0635d3281c8ec62a370645ef47dcfa0cf4f245f0234018ca1d9e"}) as unknown as TypedDocumentString<WebhookChangeMutation, WebhookChangeMutationVariables>;
export const WebhookStopDocument = new TypedDocumentString(`
    mutation WebhookStop($input: WebhookDisableInput!) {
  webhookDisable(input: $input) {
    __typename
    webhook {
      __typename
      ...WebhookShown
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment WebhookShown on Webhook {
  __typename
  id
  version
  url
  description
  deliveredAt
  failures
  failingSince
  lastFailure
  nextAttemptAt
  disabledAt
  disabledReason
}`, {"hash":"sha256:5d47efc46842060ec6efede81d3aa77833a9d2607ff28f3d55500a4dbda14185"}) as unknown as TypedDocumentString<WebhookStopMutation, WebhookStopMutationVariables>;
export const WebhookListDocument = new TypedDocumentString(`
    query WebhookList($first: Int!, $after: String) {
  webhooks(first: $first, after: $after) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      ...WebhookShown
    }
  }
}
    fragment WebhookShown on Webhook {
  __typename
  id
  version
  url
  description
  deliveredAt
  failures
  failingSince
  lastFailure
  nextAttemptAt
  disabledAt
  disabledReason
}`, {"hash":"sha256:0f3f1e4d45f722cadfddb96384b33fa72b1c7e2de1c1432f360c87c5c7b09b35"}) as unknown as TypedDocumentString<WebhookListQuery, WebhookListQueryVariables>;
export const CountedDocument = new TypedDocumentString(`
    query Counted($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $indicator: String!, $figure: ProgressFigure!, $after: String) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      progress(asOf: $on, basis: $basis, groups: [$group], indicators: [$indicator]) {
        __typename
        asOf
        lines {
          __typename
          counted(figure: $figure, first: 50, after: $after) {
            __typename
            totalCount
            pageInfo {
              __typename
              hasNextPage
              endCursor
            }
            nodes {
              __typename
              id
              code
              name
              kind
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:a183fb7b88c9b8e6288650171b4ffc3f7331efb0c03378e6885aff0625bdd4a6"}) as unknown as TypedDocumentString<CountedQuery, CountedQueryVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($code: String!, $kind: UnitKind, $on: LocalDate, $basis: BoundaryBasis!, $named: Boolean!) {
  administrativeUnit(code: $code, kind: $kind, on: $on) @include(if: $named) {
    __typename
    ...OverviewUnit
  }
  reportingRounds(first: 1) @skip(if: $named) {
    __typename
    nodes {
      __typename
      id
      unit {
        __typename
        ...OverviewUnit
      }
    }
  }
}
    fragment OverviewUnit on AdministrativeUnit {
  __typename
  id
  code
  kind
  name
  validFrom
  validTo
  parent {
    __typename
    id
    code
    kind
    name
  }
  predecessors {
    __typename
    effectiveOn
    extent
    predecessor {
      __typename
      id
      code
      kind
      name
      validTo
    }
  }
  successors {
    __typename
    effectiveOn
    extent
    successor {
      __typename
      id
      code
      kind
      name
    }
  }
  progress(asOf: $on, basis: $basis, own: true) {
    __typename
    asOf
    knownAt
    basis
    standingMethod {
      __typename
      id
      version
    }
    lines {
      __typename
      ...LineFigures
    }
    warnings {
      __typename
      code
      message
      group
    }
  }
}
fragment LineFigures on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  decided
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}`, {"hash":"sha256:335517528eec1fe9a728672f9235721e693dce6ea9683525fb4a3054e2bc5cd0"}) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const RankingDocument = new TypedDocumentString(`
    query Ranking($unit: ID!, $tier: UnitKind, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $indicator: String!, $year: Int, $order: BreakdownOrderInput, $direction: OrderDirection, $first: Int!, $after: String) {
  breakdown(
    unit: $unit
    by: [UNIT]
    unitKind: $tier
    asOf: $on
    basis: $basis
    groups: [$group]
    indicators: [$indicator]
    targetYear: $year
    orderBy: $order
    direction: $direction
    first: $first
    after: $after
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      rank
      unit {
        __typename
        id
        code
        kind
        name
      }
      line {
        __typename
        ...RankedLine
      }
    }
  }
}
    fragment RankedLine on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  institutions
  completed
  reported
  notReported
  percent
  upperPercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}`, {"hash":"sha256:c3b5a9e745718ba48f83757d5eea497c54ba94161d5142313611e73061af2e36"}) as unknown as TypedDocumentString<RankingQuery, RankingQueryVariables>;
export const TrendDocument = new TypedDocumentString(`
    query Trend($unit: ID!, $basis: BoundaryBasis!, $group: InstitutionGroup!, $indicators: [String!]) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      progressSeries(basis: $basis, groups: [$group], indicators: $indicators) {
        __typename
        asOf
        lines {
          __typename
          ...LineFigures
        }
      }
      predecessors {
        __typename
        extent
        predecessor {
          __typename
          id
          name
          progress(groups: [$group], indicators: $indicators) {
            __typename
            asOf
            lines {
              __typename
              ...RankedLine
            }
          }
        }
      }
    }
  }
}
    fragment LineFigures on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  decided
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}
fragment RankedLine on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  institutions
  completed
  reported
  notReported
  percent
  upperPercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}`, {"hash":"sha256:69285023e5cea93242dc1db7ae970c3a1ecc0a6d2435dffbcd82e2aa2b7fefe7"}) as unknown as TypedDocumentString<TrendQuery, TrendQueryVariables>;
export const ReceiptDocument = new TypedDocumentString(`
    query Receipt($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on StatusUpdate {
      __typename
      state
      institution {
        __typename
        code
        name
        kind
      }
      round {
        __typename
        code
        name
        referenceDate
        dueOn
        frameworks {
          __typename
          ...FrameworkNamed
        }
      }
      participation {
        __typename
        unit {
          __typename
          name
          parent {
            __typename
            name
          }
        }
      }
      revisions {
        __typename
        ...ReceiptRevision
      }
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReceiptRevision on StatusUpdateRevision {
  __typename
  number
  submittedAt
  submittedBy
  note
  decision
  decidedAt
  decidedBy
  decisionNote
  frameworks {
    __typename
    ...FrameworkReached
  }
  entries {
    __typename
    ...ReceiptEntry
  }
}
fragment ReceiptEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  comment
  evidence {
    __typename
    id
    name
  }
}`, {"hash":"sha256:83009401cc309d631c166b7d64848643e5c3804c6ae1bbdb25dbacafcf0dc5ab"}) as unknown as TypedDocumentString<ReceiptQuery, ReceiptQueryVariables>;
export const FormImportDocument = new TypedDocumentString(`
    mutation FormImport($input: StatusUpdateImportInput!) {
  statusUpdateImport(input: $input) {
    __typename
    institution {
      __typename
      id
      code
      name
    }
    version
    answers {
      __typename
      criterion {
        __typename
        ...AskedQuestion
      }
      before {
        __typename
        ...PartsOfAnswer
      }
      after {
        __typename
        ...PartsOfAnswer
      }
      changedMeanwhile
    }
    problems {
      __typename
      sheet
      row
      column
      message
    }
    submissionProblems {
      __typename
      code
      field
      message
    }
    statusUpdate {
      __typename
      id
      state
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment PartsOfAnswer on StatusUpdateGivenAnswer {
  __typename
  value
  total
  choice
  text
  doesNotApply
  comment
}`, {"hash":"sha256:e4f7acc574771b080fbc221251299cef7a3e99830fcc177b61a2040285a6edcb"}) as unknown as TypedDocumentString<FormImportMutation, FormImportMutationVariables>;
export const EvidenceLinkDocument = new TypedDocumentString(`
    mutation EvidenceLink($input: EvidenceLinkAddInput!) {
  evidenceLinkAdd(input: $input) {
    __typename
    evidence {
      __typename
      id
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:cc296aabfe329ea18748d5c8e159eebe1f91561f286cc0982717fd75efa03e9b"}) as unknown as TypedDocumentString<EvidenceLinkMutation, EvidenceLinkMutationVariables>;
export const EvidenceTakeBackDocument = new TypedDocumentString(`
    mutation EvidenceTakeBack($input: EvidenceRemoveInput!) {
  evidenceRemove(input: $input) {
    __typename
    removed
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:a6c41296b9e4884128739286066889d2bfcffc46ab4641996eabef498bb0a48e"}) as unknown as TypedDocumentString<EvidenceTakeBackMutation, EvidenceTakeBackMutationVariables>;
export const EvidenceUploadDocument = new TypedDocumentString(`
    mutation EvidenceUpload($input: EvidenceUploadStartInput!) {
  evidenceUploadStart(input: $input) {
    __typename
    upload {
      __typename
      address
      mostBytes
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:63fc957790bf8a3d04724371ebbe7d1cf505f4db176423f2357c938fb1335d64"}) as unknown as TypedDocumentString<EvidenceUploadMutation, EvidenceUploadMutationVariables>;
export const ReportReopenDocument = new TypedDocumentString(`
    mutation ReportReopen($input: StatusUpdateReopenInput!) {
  statusUpdateReopen(input: $input) {
    __typename
    statusUpdate {
      __typename
      ...ReportUpdate
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReportUpdate on StatusUpdate {
  __typename
  id
  version
  state
  canSave
  canSubmit
  canWithdraw
  canReopen
  lockReason
  submissionProblems {
    __typename
    code
    field
    message
  }
  newestRevision {
    __typename
    number
    note
    submittedAt
    submittedBy
    decision
    decisionNote
    decidedAt
    decidedBy
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      ...ReportEntry
    }
  }
  revisions {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decisionNote
    decidedAt
    decidedBy
    entries {
      __typename
      criterion {
        __typename
        code
        question {
          __typename
          code
        }
      }
      returnReason
    }
  }
}
fragment ReportEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  criteria {
    __typename
    code
    framework {
      __typename
      id
    }
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  comment
  prefilled
  points
  change
  needsLook
  returnReason
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  evidence {
    __typename
    id
    name
    url
    downloadPath
    file {
      __typename
      mediaType
      size
      findings
      virusCheck
    }
  }
}`, {"hash":"sha256:9ce6e282d63a101e951d8ac036d6dc6cc51ded440fd8c75a2ed44ee40403f411"}) as unknown as TypedDocumentString<ReportReopenMutation, ReportReopenMutationVariables>;
export const ReportSaveDocument = new TypedDocumentString(`
    mutation ReportSave($input: StatusUpdateSaveInput!) {
  statusUpdateSave(input: $input) {
    __typename
    statusUpdate {
      __typename
      ...ReportUpdate
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReportUpdate on StatusUpdate {
  __typename
  id
  version
  state
  canSave
  canSubmit
  canWithdraw
  canReopen
  lockReason
  submissionProblems {
    __typename
    code
    field
    message
  }
  newestRevision {
    __typename
    number
    note
    submittedAt
    submittedBy
    decision
    decisionNote
    decidedAt
    decidedBy
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      ...ReportEntry
    }
  }
  revisions {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decisionNote
    decidedAt
    decidedBy
    entries {
      __typename
      criterion {
        __typename
        code
        question {
          __typename
          code
        }
      }
      returnReason
    }
  }
}
fragment ReportEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  criteria {
    __typename
    code
    framework {
      __typename
      id
    }
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  comment
  prefilled
  points
  change
  needsLook
  returnReason
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  evidence {
    __typename
    id
    name
    url
    downloadPath
    file {
      __typename
      mediaType
      size
      findings
      virusCheck
    }
  }
}`, {"hash":"sha256:927ced360f7e1838228df387fe47bf8fd140ad16fd25126f070c59d3e741abe9"}) as unknown as TypedDocumentString<ReportSaveMutation, ReportSaveMutationVariables>;
export const ReportSubmitDocument = new TypedDocumentString(`
    mutation ReportSubmit($input: StatusUpdateSubmitInput!) {
  statusUpdateSubmit(input: $input) {
    __typename
    statusUpdate {
      __typename
      ...ReportUpdate
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReportUpdate on StatusUpdate {
  __typename
  id
  version
  state
  canSave
  canSubmit
  canWithdraw
  canReopen
  lockReason
  submissionProblems {
    __typename
    code
    field
    message
  }
  newestRevision {
    __typename
    number
    note
    submittedAt
    submittedBy
    decision
    decisionNote
    decidedAt
    decidedBy
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      ...ReportEntry
    }
  }
  revisions {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decisionNote
    decidedAt
    decidedBy
    entries {
      __typename
      criterion {
        __typename
        code
        question {
          __typename
          code
        }
      }
      returnReason
    }
  }
}
fragment ReportEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  criteria {
    __typename
    code
    framework {
      __typename
      id
    }
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  comment
  prefilled
  points
  change
  needsLook
  returnReason
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  evidence {
    __typename
    id
    name
    url
    downloadPath
    file {
      __typename
      mediaType
      size
      findings
      virusCheck
    }
  }
}`, {"hash":"sha256:7ab81d6136b4bb9f04871e8229d6c49466b65fdae4037c1348fc86f2caa0582e"}) as unknown as TypedDocumentString<ReportSubmitMutation, ReportSubmitMutationVariables>;
export const ReportWithdrawDocument = new TypedDocumentString(`
    mutation ReportWithdraw($input: StatusUpdateWithdrawInput!) {
  statusUpdateWithdraw(input: $input) {
    __typename
    statusUpdate {
      __typename
      ...ReportUpdate
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReportUpdate on StatusUpdate {
  __typename
  id
  version
  state
  canSave
  canSubmit
  canWithdraw
  canReopen
  lockReason
  submissionProblems {
    __typename
    code
    field
    message
  }
  newestRevision {
    __typename
    number
    note
    submittedAt
    submittedBy
    decision
    decisionNote
    decidedAt
    decidedBy
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      ...ReportEntry
    }
  }
  revisions {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decisionNote
    decidedAt
    decidedBy
    entries {
      __typename
      criterion {
        __typename
        code
        question {
          __typename
          code
        }
      }
      returnReason
    }
  }
}
fragment ReportEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  criteria {
    __typename
    code
    framework {
      __typename
      id
    }
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  comment
  prefilled
  points
  change
  needsLook
  returnReason
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  evidence {
    __typename
    id
    name
    url
    downloadPath
    file {
      __typename
      mediaType
      size
      findings
      virusCheck
    }
  }
}`, {"hash":"sha256:c5d54f35f9b25c9f7790e6aac0ed1de87694561498a785e3b3f026a5d5787e4a"}) as unknown as TypedDocumentString<ReportWithdrawMutation, ReportWithdrawMutationVariables>;
export const ReportDocument = new TypedDocumentString(`
    query Report($institution: ID!, $round: ID!) {
  institution: node(id: $institution) {
    __typename
    id
    ... on Institution {
      __typename
      code
      name
      participations(first: 50) {
        __typename
        nodes {
          __typename
          lockReason
          round {
            __typename
            id
          }
        }
      }
    }
  }
  round: node(id: $round) {
    __typename
    id
    ... on ReportingRound {
      __typename
      name
      phase
      dueOn
      closesOn
      referenceDate
      frameworks {
        __typename
        ...FrameworkNamed
      }
    }
  }
  statusUpdates(first: 1, filter: {institution: $institution, round: $round}) {
    __typename
    nodes {
      __typename
      ...ReportUpdate
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReportUpdate on StatusUpdate {
  __typename
  id
  version
  state
  canSave
  canSubmit
  canWithdraw
  canReopen
  lockReason
  submissionProblems {
    __typename
    code
    field
    message
  }
  newestRevision {
    __typename
    number
    note
    submittedAt
    submittedBy
    decision
    decisionNote
    decidedAt
    decidedBy
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      ...ReportEntry
    }
  }
  revisions {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decisionNote
    decidedAt
    decidedBy
    entries {
      __typename
      criterion {
        __typename
        code
        question {
          __typename
          code
        }
      }
      returnReason
    }
  }
}
fragment ReportEntry on StatusUpdateEntry {
  __typename
  criterion {
    __typename
    ...AskedQuestion
  }
  criteria {
    __typename
    code
    framework {
      __typename
      id
    }
  }
  selfValue
  selfTotal
  selfChoice
  selfText
  doesNotApply
  comment
  prefilled
  points
  change
  needsLook
  returnReason
  appraisedValue
  appraisedTotal
  appraisedChoice
  appraisalReason
  evidence {
    __typename
    id
    name
    url
    downloadPath
    file {
      __typename
      mediaType
      size
      findings
      virusCheck
    }
  }
}`, {"hash":"sha256:00d36d52a4668db4b91a1b8eb873aeed0ca0eb9718e29f253e942b6bd5d70494"}) as unknown as TypedDocumentString<ReportQuery, ReportQueryVariables>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports($institution: ID!) {
  node(id: $institution) {
    __typename
    id
    ... on Institution {
      __typename
      code
      name
      participations(first: 20) {
        __typename
        nodes {
          __typename
          state
          lockReason
          dueOn
          daysLate
          overdue
          submittedAt
          update {
            __typename
            id
            newestRevision {
              __typename
              decision
              decisionNote
            }
          }
          round {
            __typename
            id
            name
            phase
            closesOn
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:556ee6e7fb6ec9cbb0534776dbb7b527472cb2dd61640075cf3f006f1a8bee63"}) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const ApproveManyDocument = new TypedDocumentString(`
    mutation ApproveMany($input: StatusUpdateApproveManyInput!) {
  statusUpdateApproveMany(input: $input) {
    __typename
    results {
      __typename
      id
      statusUpdate {
        __typename
        id
        version
        state
      }
      userErrors {
        __typename
        code
        field
        message
      }
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:fc1da96bbc15b6d29ec33e5be0df7e09ec2e5c23600f4aeee9a91dd77fb1355c"}) as unknown as TypedDocumentString<ApproveManyMutation, ApproveManyMutationVariables>;
export const ChangedReportsDocument = new TypedDocumentString(`
    query ChangedReports($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on StatusUpdate {
      __typename
      newestRevision {
        __typename
        entries {
          __typename
          change
        }
      }
    }
  }
}
    `, {"hash":"sha256:7d8f370c43d884d3e1856b956c6c9f90d1c4ea315c1b81f5ec1664bb961a8234"}) as unknown as TypedDocumentString<ChangedReportsQuery, ChangedReportsQueryVariables>;
export const ClaimReviewDocument = new TypedDocumentString(`
    mutation ClaimReview($input: StatusUpdateClaimInput!) {
  statusUpdateClaim(input: $input) {
    __typename
    statusUpdate {
      __typename
      id
      ...ReviewedUpdate
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReviewedUpdate on StatusUpdate {
  __typename
  version
  state
  canApprove
  canReturn
  canTakeBack
  canHandOver
  claim {
    __typename
    by
    since
    isMine
  }
  takeBackProblem {
    __typename
    code
    field
    message
  }
  institution {
    __typename
    id
    code
    name
    kind
  }
  round {
    __typename
    id
    name
    frameworks {
      __typename
      ...FrameworkNamed
    }
  }
  newestRevision {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decidedAt
    decidedBy
    decisionNote
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      criterion {
        __typename
        ...AskedQuestion
      }
      criteria {
        __typename
        code
        framework {
          __typename
          id
        }
      }
      selfValue
      selfTotal
      selfChoice
      selfText
      doesNotApply
      appraisedValue
      appraisedTotal
      appraisedChoice
      appraisalReason
      comment
      points
      change
      needsLook
      returnReason
      earlierReturnReason
      evidence {
        __typename
        id
        name
        url
        downloadPath
        file {
          __typename
          findings
          virusCheck
        }
        reusedIn
        reusedByOthers
      }
    }
  }
  approvedBefore {
    __typename
    id
    round {
      __typename
      id
      name
    }
    approvedRevision {
      __typename
      number
      entries {
        __typename
        criterion {
          __typename
          question {
            __typename
            code
          }
        }
        selfValue
        selfTotal
        selfChoice
        selfText
        doesNotApply
        appraisedValue
        appraisedTotal
        appraisedChoice
      }
    }
  }
}`, {"hash":"sha256:b86d82d03af5ca0eb71ea060c037613b7c181703b89df268e41e28ce0a2d64e8"}) as unknown as TypedDocumentString<ClaimReviewMutation, ClaimReviewMutationVariables>;
export const DecidedDocument = new TypedDocumentString(`
    query Decided($unit: ID, $round: ID, $first: Int!, $after: String) {
  statusUpdates(
    first: $first
    after: $after
    orderBy: NEWEST_DECISION
    filter: {unit: $unit, round: $round, states: [APPROVED, RETURNED]}
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      version
      state
      canTakeBack
      takeBackProblem {
        __typename
        code
        field
        message
      }
      institution {
        __typename
        id
        code
        name
        kind
      }
      round {
        __typename
        id
        name
      }
      newestRevision {
        __typename
        number
        decision
        decidedAt
        decidedBy
        decisionNote
      }
    }
  }
}
    `, {"hash":"sha256:4af17758a74e72c89fb9c9c0892232e6c87197e12888303153cdfc92e482cedf"}) as unknown as TypedDocumentString<DecidedQuery, DecidedQueryVariables>;
export const MeanwhileDocument = new TypedDocumentString(`
    query Meanwhile($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on StatusUpdate {
      __typename
      version
      state
      newestRevision {
        __typename
        number
        decision
        decidedAt
        decidedBy
      }
    }
  }
}
    `, {"hash":"sha256:1ad4055d9303d9dafee06ec5b0533533fb134a410dfbf0dc2bf65db13975846d"}) as unknown as TypedDocumentString<MeanwhileQuery, MeanwhileQueryVariables>;
export const QueueRoundsDocument = new TypedDocumentString(`
    query QueueRounds {
  reportingRounds(first: 100) {
    __typename
    nodes {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"sha256:bedaf504bcb487e7ca04f9a32c4f5fb2552bcd4235e80875b935c5cd8bf2ed3d"}) as unknown as TypedDocumentString<QueueRoundsQuery, QueueRoundsQueryVariables>;
export const QueueDocument = new TypedDocumentString(`
    query Queue($unit: ID, $round: ID, $claim: ReviewClaimHolder, $first: Int!, $after: String) {
  statusUpdates(
    first: $first
    after: $after
    orderBy: OLDEST_SUBMISSION
    filter: {unit: $unit, round: $round, awaitingDecision: true, claim: $claim}
  ) {
    __typename
    totalCount
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
    nodes {
      __typename
      id
      version
      canApprove
      claim {
        __typename
        by
        since
        isMine
      }
      institution {
        __typename
        id
        code
        name
        kind
        unit {
          __typename
          id
          name
        }
      }
      round {
        __typename
        id
        name
      }
      newestRevision {
        __typename
        number
        submittedAt
        note
      }
    }
  }
}
    `, {"hash":"sha256:cd1ba8001b07c221732b9d8031b1372abc65e762b587fc1288074cdcd14e5edf"}) as unknown as TypedDocumentString<QueueQuery, QueueQueryVariables>;
export const ReleaseReviewDocument = new TypedDocumentString(`
    mutation ReleaseReview($input: StatusUpdateClaimInput!) {
  statusUpdateRelease(input: $input) {
    __typename
    statusUpdate {
      __typename
      id
      ...ReviewedUpdate
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReviewedUpdate on StatusUpdate {
  __typename
  version
  state
  canApprove
  canReturn
  canTakeBack
  canHandOver
  claim {
    __typename
    by
    since
    isMine
  }
  takeBackProblem {
    __typename
    code
    field
    message
  }
  institution {
    __typename
    id
    code
    name
    kind
  }
  round {
    __typename
    id
    name
    frameworks {
      __typename
      ...FrameworkNamed
    }
  }
  newestRevision {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decidedAt
    decidedBy
    decisionNote
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      criterion {
        __typename
        ...AskedQuestion
      }
      criteria {
        __typename
        code
        framework {
          __typename
          id
        }
      }
      selfValue
      selfTotal
      selfChoice
      selfText
      doesNotApply
      appraisedValue
      appraisedTotal
      appraisedChoice
      appraisalReason
      comment
      points
      change
      needsLook
      returnReason
      earlierReturnReason
      evidence {
        __typename
        id
        name
        url
        downloadPath
        file {
          __typename
          findings
          virusCheck
        }
        reusedIn
        reusedByOthers
      }
    }
  }
  approvedBefore {
    __typename
    id
    round {
      __typename
      id
      name
    }
    approvedRevision {
      __typename
      number
      entries {
        __typename
        criterion {
          __typename
          question {
            __typename
            code
          }
        }
        selfValue
        selfTotal
        selfChoice
        selfText
        doesNotApply
        appraisedValue
        appraisedTotal
        appraisedChoice
      }
    }
  }
}`, {"hash":"sha256:b850735550ce35da1d4965b4b5724b75b29bb5fcb661d4940e60c49c61acd6d4"}) as unknown as TypedDocumentString<ReleaseReviewMutation, ReleaseReviewMutationVariables>;
export const ReviewApproveDocument = new TypedDocumentString(`
    mutation ReviewApprove($input: StatusUpdateApproveInput!) {
  statusUpdateApprove(input: $input) {
    __typename
    statusUpdate {
      __typename
      id
      ...ReviewedUpdate
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReviewedUpdate on StatusUpdate {
  __typename
  version
  state
  canApprove
  canReturn
  canTakeBack
  canHandOver
  claim {
    __typename
    by
    since
    isMine
  }
  takeBackProblem {
    __typename
    code
    field
    message
  }
  institution {
    __typename
    id
    code
    name
    kind
  }
  round {
    __typename
    id
    name
    frameworks {
      __typename
      ...FrameworkNamed
    }
  }
  newestRevision {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decidedAt
    decidedBy
    decisionNote
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      criterion {
        __typename
        ...AskedQuestion
      }
      criteria {
        __typename
        code
        framework {
          __typename
          id
        }
      }
      selfValue
      selfTotal
      selfChoice
      selfText
      doesNotApply
      appraisedValue
      appraisedTotal
      appraisedChoice
      appraisalReason
      comment
      points
      change
      needsLook
      returnReason
      earlierReturnReason
      evidence {
        __typename
        id
        name
        url
        downloadPath
        file {
          __typename
          findings
          virusCheck
        }
        reusedIn
        reusedByOthers
      }
    }
  }
  approvedBefore {
    __typename
    id
    round {
      __typename
      id
      name
    }
    approvedRevision {
      __typename
      number
      entries {
        __typename
        criterion {
          __typename
          question {
            __typename
            code
          }
        }
        selfValue
        selfTotal
        selfChoice
        selfText
        doesNotApply
        appraisedValue
        appraisedTotal
        appraisedChoice
      }
    }
  }
}`, {"hash":"sha256:e77eca17ea29e9fa878b91b079e3c8fbbdfc0ef2dda8046a9667bc70fc65c8e0"}) as unknown as TypedDocumentString<ReviewApproveMutation, ReviewApproveMutationVariables>;
export const ReviewReturnDocument = new TypedDocumentString(`
    mutation ReviewReturn($input: StatusUpdateReturnInput!) {
  statusUpdateReturn(input: $input) {
    __typename
    statusUpdate {
      __typename
      id
      ...ReviewedUpdate
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReviewedUpdate on StatusUpdate {
  __typename
  version
  state
  canApprove
  canReturn
  canTakeBack
  canHandOver
  claim {
    __typename
    by
    since
    isMine
  }
  takeBackProblem {
    __typename
    code
    field
    message
  }
  institution {
    __typename
    id
    code
    name
    kind
  }
  round {
    __typename
    id
    name
    frameworks {
      __typename
      ...FrameworkNamed
    }
  }
  newestRevision {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decidedAt
    decidedBy
    decisionNote
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      criterion {
        __typename
        ...AskedQuestion
      }
      criteria {
        __typename
        code
        framework {
          __typename
          id
        }
      }
      selfValue
      selfTotal
      selfChoice
      selfText
      doesNotApply
      appraisedValue
      appraisedTotal
      appraisedChoice
      appraisalReason
      comment
      points
      change
      needsLook
      returnReason
      earlierReturnReason
      evidence {
        __typename
        id
        name
        url
        downloadPath
        file {
          __typename
          findings
          virusCheck
        }
        reusedIn
        reusedByOthers
      }
    }
  }
  approvedBefore {
    __typename
    id
    round {
      __typename
      id
      name
    }
    approvedRevision {
      __typename
      number
      entries {
        __typename
        criterion {
          __typename
          question {
            __typename
            code
          }
        }
        selfValue
        selfTotal
        selfChoice
        selfText
        doesNotApply
        appraisedValue
        appraisedTotal
        appraisedChoice
      }
    }
  }
}`, {"hash":"sha256:2537b5dd4890463a3fd32563368c1fceb7a68d686c24102029c927722e658abc"}) as unknown as TypedDocumentString<ReviewReturnMutation, ReviewReturnMutationVariables>;
export const ReviewUpdateDocument = new TypedDocumentString(`
    query ReviewUpdate($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on StatusUpdate {
      __typename
      ...ReviewedUpdate
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReviewedUpdate on StatusUpdate {
  __typename
  version
  state
  canApprove
  canReturn
  canTakeBack
  canHandOver
  claim {
    __typename
    by
    since
    isMine
  }
  takeBackProblem {
    __typename
    code
    field
    message
  }
  institution {
    __typename
    id
    code
    name
    kind
  }
  round {
    __typename
    id
    name
    frameworks {
      __typename
      ...FrameworkNamed
    }
  }
  newestRevision {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decidedAt
    decidedBy
    decisionNote
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      criterion {
        __typename
        ...AskedQuestion
      }
      criteria {
        __typename
        code
        framework {
          __typename
          id
        }
      }
      selfValue
      selfTotal
      selfChoice
      selfText
      doesNotApply
      appraisedValue
      appraisedTotal
      appraisedChoice
      appraisalReason
      comment
      points
      change
      needsLook
      returnReason
      earlierReturnReason
      evidence {
        __typename
        id
        name
        url
        downloadPath
        file {
          __typename
          findings
          virusCheck
        }
        reusedIn
        reusedByOthers
      }
    }
  }
  approvedBefore {
    __typename
    id
    round {
      __typename
      id
      name
    }
    approvedRevision {
      __typename
      number
      entries {
        __typename
        criterion {
          __typename
          question {
            __typename
            code
          }
        }
        selfValue
        selfTotal
        selfChoice
        selfText
        doesNotApply
        appraisedValue
        appraisedTotal
        appraisedChoice
      }
    }
  }
}`, {"hash":"sha256:cd546059c7191fc75a03300021d8679dbc58252552de104c35ca5d8b7163fb34"}) as unknown as TypedDocumentString<ReviewUpdateQuery, ReviewUpdateQueryVariables>;
export const ReviewersDocument = new TypedDocumentString(`
    query Reviewers($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on StatusUpdate {
      __typename
      reviewers {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:49b9d2196cf42ee6526a32cdeca3737c3539ac953b4da957a04a1918fb6334d6"}) as unknown as TypedDocumentString<ReviewersQuery, ReviewersQueryVariables>;
export const TakeBackDocument = new TypedDocumentString(`
    mutation TakeBack($input: StatusUpdateTakeBackInput!) {
  statusUpdateTakeBack(input: $input) {
    __typename
    statusUpdate {
      __typename
      id
      version
      state
      canApprove
      canReturn
      canTakeBack
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:1e58ad29d6c21b7d1d4a1ddf87369c44f8832e0432a74a798cb43f998f9b7baa"}) as unknown as TypedDocumentString<TakeBackMutation, TakeBackMutationVariables>;
export const TakeOverReviewDocument = new TypedDocumentString(`
    mutation TakeOverReview($input: StatusUpdateHandOverInput!) {
  statusUpdateHandOver(input: $input) {
    __typename
    statusUpdate {
      __typename
      id
      ...ReviewedUpdate
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    fragment AskedQuestion on Criterion {
  __typename
  code
  pillar
  section
  maxPoints
  required
  optional
  condition
  evidenceRequired
  takesEvidence
  framework {
    __typename
    id
  }
  question {
    __typename
    code
    text
    guidance
    answerKind
    unit
    mayNotApply
    options {
      __typename
      code
      name
    }
  }
}
fragment FrameworkNamed on Framework {
  __typename
  id
  code
  name
  sourceStatus
  sections {
    __typename
    code
    name
    parent
    maximum
    gapReason
  }
}
fragment FrameworkReached on FrameworkResult {
  __typename
  level
  levelName
  framework {
    __typename
    id
  }
  sections {
    __typename
    code
    points
    maxPoints
    level
    levelName
    unmet
    pointsToNext
  }
}
fragment ReviewedUpdate on StatusUpdate {
  __typename
  version
  state
  canApprove
  canReturn
  canTakeBack
  canHandOver
  claim {
    __typename
    by
    since
    isMine
  }
  takeBackProblem {
    __typename
    code
    field
    message
  }
  institution {
    __typename
    id
    code
    name
    kind
  }
  round {
    __typename
    id
    name
    frameworks {
      __typename
      ...FrameworkNamed
    }
  }
  newestRevision {
    __typename
    number
    submittedAt
    submittedBy
    note
    decision
    decidedAt
    decidedBy
    decisionNote
    pillars {
      __typename
      pillar
      stage
      points
      maxPoints
    }
    frameworks {
      __typename
      ...FrameworkReached
    }
    entries {
      __typename
      criterion {
        __typename
        ...AskedQuestion
      }
      criteria {
        __typename
        code
        framework {
          __typename
          id
        }
      }
      selfValue
      selfTotal
      selfChoice
      selfText
      doesNotApply
      appraisedValue
      appraisedTotal
      appraisedChoice
      appraisalReason
      comment
      points
      change
      needsLook
      returnReason
      earlierReturnReason
      evidence {
        __typename
        id
        name
        url
        downloadPath
        file {
          __typename
          findings
          virusCheck
        }
        reusedIn
        reusedByOthers
      }
    }
  }
  approvedBefore {
    __typename
    id
    round {
      __typename
      id
      name
    }
    approvedRevision {
      __typename
      number
      entries {
        __typename
        criterion {
          __typename
          question {
            __typename
            code
          }
        }
        selfValue
        selfTotal
        selfChoice
        selfText
        doesNotApply
        appraisedValue
        appraisedTotal
        appraisedChoice
      }
    }
  }
}`, {"hash":"sha256:9662a24953f591066b7f143f651c6b1da6aeed16e0dc1f8d38f03d35990c916d"}) as unknown as TypedDocumentString<TakeOverReviewMutation, TakeOverReviewMutationVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $keeps: Boolean!) {
  administrativeUnits(filter: {search: $text}, first: 5) {
    __typename
    nodes {
      __typename
      id
      code
      kind
      name
      parent {
        __typename
        id
        name
      }
    }
  }
  institutions(filter: {search: $text, includeClosed: true}, first: 7) {
    __typename
    nodes {
      __typename
      id
      code
      name
      unit {
        __typename
        id
        name
      }
    }
  }
  reportingRounds(search: $text, first: 5) @include(if: $keeps) {
    __typename
    nodes {
      __typename
      id
      code
      name
    }
  }
  plans(search: $text, first: 5) @include(if: $keeps) {
    __typename
    nodes {
      __typename
      id
      document
      title
    }
  }
}
    `, {"hash":"sha256:59a705b42b66ea6f093206ba55ecebddc595e45497dc50bbf9461d138ebbcdd1"}) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SignInIssuersDocument = new TypedDocumentString(`
    query SignInIssuers {
  signInIssuers {
    __typename
    issuer
    name
  }
}
    `, {"hash":"sha256:f2b5b0ddda10352c2e9f777630dac22c53904f5f442589570384d3e6f57acee7"}) as unknown as TypedDocumentString<SignInIssuersQuery, SignInIssuersQueryVariables>;
export const IssuerSignInStartDocument = new TypedDocumentString(`
    mutation IssuerSignInStart($input: IssuerSignInStartInput!) {
  issuerSignInStart(input: $input) {
    __typename
    address
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:ac3c945d422d5c7e7fda47aefed97fc904b703ca9d66a92494ec4e74ef1e8e96"}) as unknown as TypedDocumentString<IssuerSignInStartMutation, IssuerSignInStartMutationVariables>;
export const IssuerSignInFinishDocument = new TypedDocumentString(`
    mutation IssuerSignInFinish($input: IssuerSignInFinishInput!) {
  issuerSignInFinish(input: $input) {
    __typename
    accessToken
    expiresAt
    viewer {
      __typename
      passwordChangeRequired
      secondFactorRequired
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:72693aeb9df9ec94de8d184541389ddc03b381e5ae2b562562a6ff9795ed9199"}) as unknown as TypedDocumentString<IssuerSignInFinishMutation, IssuerSignInFinishMutationVariables>;
export const PasswordChangeDocument = new TypedDocumentString(`
    mutation PasswordChange($input: PasswordChangeInput!) {
  accountPasswordChange(input: $input) {
    __typename
    changed
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:1bdc2da8e18fdbc619116625eac4ac78bf06f87b92299a399e891c876559e8d9"}) as unknown as TypedDocumentString<PasswordChangeMutation, PasswordChangeMutationVariables>;
export const PasswordRequestDocument = new TypedDocumentString(`
    mutation PasswordRequest($input: AccountPasswordRequestInput!) {
  accountPasswordRequest(input: $input) {
    __typename
    requested
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:29a5d2fc72b2138c992cfc9e81c24d1a918c10ac84d9897c20ed257e3749fa6a"}) as unknown as TypedDocumentString<PasswordRequestMutation, PasswordRequestMutationVariables>;
export const InvitationAcceptDocument = new TypedDocumentString(`
    mutation InvitationAccept($input: InvitationAcceptInput!) {
  invitationAccept(input: $input) {
    __typename
    accessToken
    expiresAt
    viewer {
      __typename
      passwordChangeRequired
      secondFactorRequired
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:c6d5c11013ba1815b9617dd1bb25909c154e62aba5f99e27c58861865555970d"}) as unknown as TypedDocumentString<InvitationAcceptMutation, InvitationAcceptMutationVariables>;
export const PasswordRenewDocument = new TypedDocumentString(`
    mutation PasswordRenew($input: AccountPasswordRenewInput!) {
  accountPasswordRenew(input: $input) {
    __typename
    accessToken
    expiresAt
    viewer {
      __typename
      passwordChangeRequired
      secondFactorRequired
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:0f16e5270c05304410e820695d85b956eb68d7ca58edf512d0ba5dd7b71b6ba6"}) as unknown as TypedDocumentString<PasswordRenewMutation, PasswordRenewMutationVariables>;
export const SessionEndDocument = new TypedDocumentString(`
    mutation SessionEnd {
  sessionEnd {
    __typename
    issuerSignOut
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:d20431c39a31810f66f91f5f8488dbadbb8c897096e30ee09f3b31ab4ef31407"}) as unknown as TypedDocumentString<SessionEndMutation, SessionEndMutationVariables>;
export const SessionRefreshDocument = new TypedDocumentString(`
    mutation SessionRefresh {
  sessionRefresh {
    __typename
    accessToken
    expiresAt
    viewer {
      __typename
      passwordChangeRequired
      secondFactorRequired
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:42c65415aa73112c32d88ccac9e7bd6dea6896093f8c7250907543f7faa98ef2"}) as unknown as TypedDocumentString<SessionRefreshMutation, SessionRefreshMutationVariables>;
export const SessionStartDocument = new TypedDocumentString(`
    mutation SessionStart($input: SessionStartInput!) {
  sessionStart(input: $input) {
    __typename
    accessToken
    expiresAt
    viewer {
      __typename
      passwordChangeRequired
      secondFactorRequired
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:495f452180040f3926ffa8c96765f6b12407595b6e3a74a1fc00392469a35d2b"}) as unknown as TypedDocumentString<SessionStartMutation, SessionStartMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    __typename
    email
    signInName
    name
    grants {
      __typename
      id
      role
      validFrom
      validTo
      kinds
      unit {
        __typename
        id
        code
        kind
        name
        validTo
      }
      institution {
        __typename
        id
        code
        name
      }
    }
  }
}
    `, {"hash":"sha256:2f874c1341f6eb6a04391c2919b4b53feac6310bb7fc48233d4e5fb9019bd35d"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const TargetNearestDocument = new TypedDocumentString(`
    query TargetNearest($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $indicator: String!, $first: Int!) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      progress(asOf: $on, basis: $basis, groups: [$group], indicators: [$indicator]) {
        __typename
        asOf
        lines {
          __typename
          nearest(first: $first) {
            __typename
            ...NearInstitution
          }
        }
      }
    }
  }
}
    fragment NearInstitution on NearestInstitution {
  __typename
  rank
  missingPoints
  institution {
    __typename
    id
    code
    name
    kind
    unit(on: $on) {
      __typename
      id
      name
    }
  }
  indicators {
    __typename
    indicator {
      __typename
      code
      name
    }
    stage
    points
    maxPoints
    pointsToThreshold
  }
  pillars {
    __typename
    pillar
    unmet {
      __typename
      value
      total
      criterion {
        __typename
        code
        text
        answerKind
        minimum
      }
    }
  }
}`, {"hash":"sha256:8cce35d438c1eef2c97ffed55b1f1281b43d3ec5717fccf251769524bd0ad4a4"}) as unknown as TypedDocumentString<TargetNearestQuery, TargetNearestQueryVariables>;
export const TargetAssumedDocument = new TypedDocumentString(`
    query TargetAssumed($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $indicator: String!, $assume: [ProgressAssumptionInput!]!) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      progress(
        asOf: $on
        basis: $basis
        groups: [$group]
        indicators: [$indicator]
        assume: $assume
      ) {
        __typename
        asOf
        hypothetical
        lines {
          __typename
          ...LineFigures
        }
      }
    }
  }
}
    fragment LineFigures on ProgressLine {
  __typename
  group
  indicator {
    __typename
    code
    name
  }
  decided
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
    }
  }
}`, {"hash":"sha256:a5f6b5806d8948c0f400278ee4a6de454da88e16408040ee8730a09139ff2302"}) as unknown as TypedDocumentString<TargetAssumedQuery, TargetAssumedQueryVariables>;
export const ImportTemplateDocument = new TypedDocumentString(`
    query ImportTemplate {
  workforceImportTemplate {
    __typename
    content
    columns {
      __typename
      name
      required
      meaning
      values
    }
  }
}
    `, {"hash":"sha256:939e152ba9eaeaade0dca39d8a85f7d415239a80be010713ad17d0307a2d4648"}) as unknown as TypedDocumentString<ImportTemplateQuery, ImportTemplateQueryVariables>;
export const RecordImportDocument = new TypedDocumentString(`
    mutation RecordImport($input: WorkforceImportInput!) {
  workforceImport(input: $input) {
    __typename
    workforceImport {
      __typename
      dryRun
      created
      updated
      unchanged
      rows {
        __typename
        row
        outcome
        unit {
          __typename
          id
          name
        }
        kind
        tier
        audience
        agency
        topic
        validFrom
        changes {
          __typename
          column
          before
          after
        }
      }
    }
    problems {
      __typename
      row
      column
      value
      message
    }
    findings {
      __typename
      row
      column
      value
      message
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:21913839c69da4cd0c76af20c5aebaad748402b26434f978c99260a4d26b8595"}) as unknown as TypedDocumentString<RecordImportMutation, RecordImportMutationVariables>;
export const AssumedIndexDocument = new TypedDocumentString(`
    query AssumedIndex($unit: ID!, $year: Int!, $assume: [IndexAssumption!]!) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      workforceIndex(year: $year, assume: $assume) {
        __typename
        points
        maximumPoints
        index
        components {
          __typename
          code
          state
          points
        }
      }
    }
  }
}
    `, {"hash":"sha256:ee31bbd13e7f4b280dc49bbda541a5adb0c6f919e1a6b6280b4efbb207b6cb6c"}) as unknown as TypedDocumentString<AssumedIndexQuery, AssumedIndexQueryVariables>;
export const LedgerDocument = new TypedDocumentString(`
    query Ledger($unit: ID!, $year: Int!) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      workforceIndex(year: $year) {
        __typename
        components {
          __typename
          code
          ledger(first: 20) {
            __typename
            totalCount
            nodes {
              __typename
              points
              input
              record {
                __typename
                id
                source
                validFrom
              }
              institution {
                __typename
                id
                code
                name
              }
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:f3d4ef5332428957ee37fa97b8abbbc817b56f2c6638f4f5f28a8612b81a3586"}) as unknown as TypedDocumentString<LedgerQuery, LedgerQueryVariables>;
export const RecordCreateDocument = new TypedDocumentString(`
    mutation RecordCreate($input: WorkforceRecordCreateInput!) {
  workforceRecordCreate(input: $input) {
    __typename
    workforceRecord {
      __typename
      id
      version
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:6f6f3bbedfe94c5f0675aeaed38ecbb05579bb5925c6fabe01802281553631cd"}) as unknown as TypedDocumentString<RecordCreateMutation, RecordCreateMutationVariables>;
export const RecordRemoveDocument = new TypedDocumentString(`
    mutation RecordRemove($input: WorkforceRecordRemoveInput!) {
  workforceRecordRemove(input: $input) {
    __typename
    workforceRecord {
      __typename
      id
      version
      removed
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:27cc8b0d512675f1563b5482d6cf3610a619cf410160274e15c675f663cb3804"}) as unknown as TypedDocumentString<RecordRemoveMutation, RecordRemoveMutationVariables>;
export const RecordUpdateDocument = new TypedDocumentString(`
    mutation RecordUpdate($input: WorkforceRecordUpdateInput!) {
  workforceRecordUpdate(input: $input) {
    __typename
    workforceRecord {
      __typename
      id
      version
    }
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `, {"hash":"sha256:62d5a4af8d79ddb53fe8cbf4498af16167dd0f8a2613a0c975509816df9886f9"}) as unknown as TypedDocumentString<RecordUpdateMutation, RecordUpdateMutationVariables>;
export const RecordsDocument = new TypedDocumentString(`
    query Records($unit: ID!, $first: Int!, $after: String) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      workforce {
        __typename
        allRecords(first: $first, after: $after) {
          __typename
          totalCount
          pageInfo {
            __typename
            hasNextPage
            endCursor
          }
          nodes {
            __typename
            id
            kind
            tier
            audience
            agency
            topic
            validFrom
            validTo
            notCounted
            source
            sourceStatus
            note
            version
            canUpdate
            unit {
              __typename
              id
              name
            }
            counts {
              __typename
              quantity
              value
              withheld
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:1d1d3ea3bc8ac7ae429018d838f636e6579f7290ca3f87fe4e93009e2f45dd98"}) as unknown as TypedDocumentString<RecordsQuery, RecordsQueryVariables>;
export const WorkforceStartDocument = new TypedDocumentString(`
    query WorkforceStart {
  reportingRounds(first: 1) {
    __typename
    nodes {
      __typename
      id
      unit {
        __typename
        id
        code
        kind
      }
    }
  }
}
    `, {"hash":"sha256:ad89f37eba58c347f8578671a5ac003996dc0fc8682a207821094235f711fab3"}) as unknown as TypedDocumentString<WorkforceStartQuery, WorkforceStartQueryVariables>;
export const WorkforcePageDocument = new TypedDocumentString(`
    query WorkforcePage($code: String!, $kind: UnitKind, $on: LocalDate, $year: Int!) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    __typename
    id
    code
    kind
    name
    workforceIndex(year: $year) {
      __typename
      ...IndexFigures
      gaps(first: 100) {
        __typename
        totalCount
        nodes {
          __typename
          key
          kind
          rank
          tied
          components
          leastPoints
          mostPoints
          owner
          institution {
            __typename
            id
            code
            name
          }
          cure {
            __typename
            input
            value
          }
        }
      }
    }
    workforce {
      __typename
      canCreate
    }
  }
}
    fragment IndexFigures on WorkforceIndex {
  __typename
  asOf
  year
  hypothetical
  index
  points
  maximumPoints
  withheld
  edition {
    __typename
    code
    version
    name
    source
    sourceStatus
  }
  published {
    __typename
    value
    rank
    ofHowMany
    source
    sourceStatus
    note
  }
  components {
    __typename
    code
    name
    measures
    owner
    state
    points
    maximumPoints
    withheld
    notes {
      __typename
      source
    }
    inputs {
      __typename
      name
      quantity
      tier
      audience
      group
      completed
      state
      value
      withheld
      expired
      assumed
    }
  }
}`, {"hash":"sha256:5061c3342cea9ff18dd6f5141acc67606c7c654b2994781f56dcf2e77abd27f1"}) as unknown as TypedDocumentString<WorkforcePageQuery, WorkforcePageQueryVariables>;