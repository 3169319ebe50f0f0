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

/** The account and its new password. */
export type AccountPasswordResetInput = {
  /** The id of the account. */
  account: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The new password, 12 to 128 characters. The person has to change it before anything else. */
  password: string;
};

/** Whether an account can sign in. */
export type AccountState =
  /** It can sign in. */
  | 'ACTIVE'
  /** It was disabled, so that it cannot sign in. */
  | 'DISABLED'
  /** Its owner has not set the first password yet. */
  | 'INVITED';

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

/** What figures are broken down by. */
export type BreakdownDimension =
  /** The kind of institution on the date. */
  | 'KIND'
  /** The levels taught on the date. An institution that teaches several is counted in each, so that the rows add up to more than the whole. */
  | 'LEVEL'
  /** Public or private on the date. */
  | 'OWNERSHIP'
  /** The special status on the date; null for the ordinary. */
  | 'SPECIAL_STATUS'
  /** The units below, of one tier. */
  | 'UNIT';

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

/** The effect of a publication on a node. When there are several, the last one in this order is given: FIGURES, UPDATED, CREATED, DELETED. */
export type ChangeKind =
  /** The node became public. */
  | 'CREATED'
  /** The node is no longer public: `node` returns null to the public. */
  | 'DELETED'
  /** Counted or derived data of the node changed, but not its own record: for an institution its status; for a unit its counts, the dates of its rounds, its targets, its workforce or its index; for a round its phase. It is also given when only the day made the difference: something is due, opens, closes, begins or has ended. Whatever is a function of the date, such as pace, expected percentage and standing, needs no change. When a plan of a unit changed, the targets of the units under it did too; when a workforce record of a unit changed, its other records may be withheld or shown. */
  | 'FIGURES'
  /** The record of the node changed. */
  | 'UPDATED';

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

/** What became of a code that was looked up. */
export type CodeOutcome =
  /** It is the code of several on the date, which are the candidates: name more, to choose one of them. */
  | 'AMBIGUOUS'
  /** It leads to one, which is given. */
  | 'FOUND'
  /** Nobody has or had it, of those that were asked for. */
  | 'NOT_FOUND';

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

/** A part of a figure that may be withheld by itself. */
export type FigurePart =
  /** How many answered, to how many it does not apply, how many met the criterion, and all percentages of these. */
  | 'ANSWERS'
  /** The least and the greatest value. */
  | 'EXTREMES'
  /** How many chose each level or option. */
  | 'OPTIONS'
  /** How many are in each bin of the histogram. */
  | 'POINTS'
  /** The lower quartile, the median and the upper quartile. */
  | 'QUARTILES';

/** The reason why a part of a figure is withheld. */
export type FigureWithheldReason =
  /** The part, or what could be calculated from it and from what else is shown, tells of one to four institutions. */
  | 'FEW_INSTITUTIONS'
  /** It is for those who see into the updates of all institutions asked about: planners of the unit, and reviewers of the unit and of all kinds counted. Others see figures of provinces and of the country, of all kinds, by what is known now, on the borders of the time, and without assumptions; the least and the greatest value never. */
  | 'INSPECTORS_ONLY';

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

/** The import to undo. */
export type ImportUndoInput = {
  /** The id of the import. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
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

/** Which changes are largest. */
export type MoverDirection =
  /** The largest fall first, the largest rise last. */
  | 'DOWN'
  /** The largest first whichever way; an equal rise and fall share a place. */
  | 'EITHER'
  /** The largest rise first, the largest fall last. */
  | 'UP';

/** A figure by whose change units are sorted. */
export type MoverFigure =
  /** The number of completed institutions. */
  | 'COMPLETED'
  /** The percentage, by its difference in percentage points. */
  | 'PERCENT';

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

/** A correction of an approved update. */
export type StatusUpdateCorrectInput = {
  /** The values to change; at least one. */
  changes: Array<StatusUpdateAppraisalInput>;
  /** The id of the update. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The reason for the correction. At most 2000 characters. */
  reason: string;
  /** The version that you read. If the update has changed since, the request is refused with CONFLICT. */
  version: number;
};

/** Conditions for a list of updates. A condition that is left out does not limit the list. */
export type StatusUpdateFilter = {
  /** True: only submitted updates that the viewer may decide on today, whoever has claimed them. False or left out: no limit. */
  awaitingDecision?: boolean | null | undefined;
  /** Only submitted updates in the duty of the viewer as a reviewer whose review is claimed so today. */
  claim?: ReviewClaimHolder | null | undefined;
  /** Only updates of the institution with this id. */
  institution?: string | null | undefined;
  /** Only updates in the round with this id. */
  round?: string | null | undefined;
  /** Only updates in one of these states that the viewer may inspect. */
  states?: Array<UpdateState> | null | undefined;
  /** Only updates of institutions that are today in the unit with this id, or in a unit under it. */
  unit?: string | null | undefined;
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

/** The tier of an administrative unit. */
export type UnitKind =
  /** Xã, phường, thị trấn: the lowest tier, under a district until 2025-06-30 and under a province since then. */
  | 'COMMUNE'
  /** Quận, huyện, thị xã: the middle tier, which ended on 2025-06-30. */
  | 'DISTRICT'
  /** Tỉnh, thành phố trực thuộc trung ương: the top tier. 63 units until 2025-06-30, 34 since then. */
  | 'PROVINCE';

/** On which of two dates a unit existed. */
export type UnitPresence =
  /** On both, or its figures are restated on its borders for both. */
  | 'BOTH_DATES'
  /** On the first date: it ended in between. */
  | 'FIRST_DATE_ONLY'
  /** On the second date: it began in between. */
  | 'SECOND_DATE_ONLY';

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

/** A webhook whose deliveries are to be repeated. */
export type WebhookReplayInput = {
  /** The cursor of `changes` after which every change is sent again, in deliveries with new ids; left out means all changes. */
  after?: string | null | undefined;
  /** The id of the object to change. */
  id: string;
  /** A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. If the object has changed since, the request is refused with CONFLICT. */
  version: number;
};

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

export type AccountCreateMutationVariables = Exact<{
  input: AccountCreateInput;
}>;


export type AccountCreateMutation = { accountCreate: { account: { id: string, name: string, email: string | null, passwordChangeRequired: boolean, disabledAt: string | null, lockedUntil: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type AccountDisableMutationVariables = Exact<{
  input: AccountDisableInput;
}>;


export type AccountDisableMutation = { accountDisable: { account: { id: string, name: string, email: string | null, disabledAt: string | null, lockedUntil: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type AccountEnableMutationVariables = Exact<{
  input: AccountEnableInput;
}>;


export type AccountEnableMutation = { accountEnable: { account: { id: string, name: string, email: string | null, disabledAt: string | null, lockedUntil: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type AccountPasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;


export type AccountPasswordChangeMutation = { accountPasswordChange: { changed: boolean, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type AccountPasswordResetMutationVariables = Exact<{
  input: AccountPasswordResetInput;
}>;


export type AccountPasswordResetMutation = { accountPasswordReset: { account: { id: string, name: string, email: string | null, passwordChangeRequired: boolean, disabledAt: string | null, lockedUntil: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type AccountsQueryVariables = Exact<{
  filter?: AccountFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AccountsQuery = { accounts: { totalCount: number, nodes: Array<{ id: string, name: string, email: string | null, fromIssuer: boolean, createdAt: string, disabledAt: string | null, lockedUntil: string | null, grants: Array<{ id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { id: string, name: string } | null, institution: { id: string, name: string } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ApiKeyCreateMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type ApiKeyCreateMutation = { apiKeyCreate: { secret: string | null, apiKey: { id: string, name: string, scopes: Array<ApiKeyScope>, expiresAt: string, version: number } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ApiKeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type ApiKeyRevokeMutation = { apiKeyRevoke: { apiKey: { id: string, revokedAt: string | null, version: number } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ApiKeyRotateMutationVariables = Exact<{
  input: ApiKeyRotateInput;
}>;


export type ApiKeyRotateMutation = { apiKeyRotate: { secret: string | null, apiKey: { id: string, version: number, expiresAt: string, secrets: Array<{ prefix: string, goodUntil: string | null }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ApiKeysQueryVariables = Exact<{
  prefix?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ApiKeysQuery = { apiKeys: { totalCount: number, nodes: Array<{ id: string, name: string, scopes: Array<ApiKeyScope>, version: number, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, secrets: Array<{ prefix: string, createdAt: string, goodUntil: string | null, lastUsedAt: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AuditTrailQueryVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { auditEvents: { nodes: Array<{ id: string, at: string, accountName: string, address: string | null, action: string, subjectType: string, subjectVersion: number | null, before: unknown, after: unknown, subject:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
       | null, institution: { id: string, name: string } | null, unit: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CampusAddMutationVariables = Exact<{
  input: CampusAddInput;
}>;


export type CampusAddMutation = { campusAdd: { institution: { id: string, code: string, name: string, version: number } | null, effect: { preview: boolean, asOf: string, changes: Array<{ column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { id: string, name: string } }>, roundsJoined: Array<{ id: string, name: string }>, roundsLeft: Array<{ id: string, name: string }>, targets: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type CampusChangeMutationVariables = Exact<{
  input: CampusChangeInput;
}>;


export type CampusChangeMutation = { campusChange: { institution: { id: string, code: string, name: string, version: number } | null, effect: { preview: boolean, asOf: string, changes: Array<{ column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { id: string, name: string } }>, roundsJoined: Array<{ id: string, name: string }>, roundsLeft: Array<{ id: string, name: string }>, targets: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ChangesQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ChangesQuery = { changes: { nodes: Array<{ revision: number, at: string, kind: ChangeKind, nodeType: string | null, nodeId: string | null, node:
        | { __typename: 'Account', id: string }
        | { __typename: 'AdministrativeUnit', name: string, id: string }
        | { __typename: 'ApiKey', id: string }
        | { __typename: 'AuditEvent', id: string }
        | { __typename: 'Evidence', id: string }
        | { __typename: 'Framework', id: string }
        | { __typename: 'FrameworkDraft', id: string }
        | { __typename: 'Grant', id: string }
        | { __typename: 'ImportJob', id: string }
        | { __typename: 'ImportRun', id: string }
        | { __typename: 'Institution', name: string, id: string, pillars: Array<{ pillar: Pillar, stage: PillarStage | null }> }
        | { __typename: 'MailMessage', id: string }
        | { __typename: 'Plan', id: string }
        | { __typename: 'ReportingRound', id: string }
        | { __typename: 'StatusUpdate', id: string }
        | { __typename: 'Target', id: string }
        | { __typename: 'Webhook', id: string }
        | { __typename: 'WorkforceRecord', id: string }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DashboardPageQueryVariables = Exact<{
  filter?: InstitutionFilter | null | undefined;
  orderBy?: InstitutionOrder;
  asOf?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type DashboardPageQuery = { institutions: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, code: string, name: string, kind: InstitutionKind, levels: Array<EducationLevel>, group: InstitutionGroup | null, ownership: Ownership, sourceStatus: SourceStatus, unit: { id: string, code: string, name: string, kind: UnitKind } | null, pillars: Array<{ pillar: Pillar, observation: Observation, stage: PillarStage | null, points: number | null, maxPoints: number | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type EvidenceLinkAddMutationVariables = Exact<{
  input: EvidenceLinkAddInput;
}>;


export type EvidenceLinkAddMutation = { evidenceLinkAdd: { evidence: { id: string, name: string, url: string | null, addedBy: string, addedAt: string } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type EvidenceRemoveMutationVariables = Exact<{
  input: EvidenceRemoveInput;
}>;


export type EvidenceRemoveMutation = { evidenceRemove: { removed: string | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type EvidenceUploadStartMutationVariables = Exact<{
  input: EvidenceUploadStartInput;
}>;


export type EvidenceUploadStartMutation = { evidenceUploadStart: { upload: { address: string, expiresAt: string, mostBytes: number } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type FrameworkDraftDiscardMutationVariables = Exact<{
  input: FrameworkDraftDiscardInput;
}>;


export type FrameworkDraftDiscardMutation = { frameworkDraftDiscard: { discarded: boolean, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type FrameworkDraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameworkDraftsQuery = { frameworkDrafts: Array<{ id: string, code: string, frameworkVersion: number, version: number, name: string, sourceStatus: SourceStatus, validFrom: string, validTo: string | null, updatedAt: string, storedBy: string | null, canPublish: boolean, problems: Array<{ path: string, code: string, message: string }>, comparison: { version: number, changes: Array<{ kind: FrameworkChangeKind, code: string | null, before: string | null, after: string | null, addedKinds: Array<InstitutionKind>, droppedKinds: Array<InstitutionKind> }> } | null }> };

export type FrameworkImportMutationVariables = Exact<{
  input: FrameworkImportInput;
}>;


export type FrameworkImportMutation = { frameworkImport: { outcome: FrameworkImportOutcome | null, draft: { id: string, version: number } | null, framework: { id: string } | null, outline: { questions: number, criteria: number, kinds: Array<{ kind: InstitutionKind, criteria: number, sections: Array<{ code: string, points: number }> }>, indicators: Array<{ code: string, name: string, kinds: Array<InstitutionKind>, isNew: boolean }> } | null, problems: Array<{ path: string, sheet: string | null, row: number | null, column: string | null, code: string, message: string }>, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type FrameworkPublishMutationVariables = Exact<{
  input: FrameworkPublishInput;
}>;


export type FrameworkPublishMutation = { frameworkPublish: { framework: { id: string, code: string, version: number } | null, problems: Array<{ path: string, code: string, message: string }>, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type FrameworkRetireMutationVariables = Exact<{
  input: FrameworkRetireInput;
}>;


export type FrameworkRetireMutation = { frameworkRetire: { framework: { id: string, validTo: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type FrameworksQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameworksQuery = { frameworks: Array<{ id: string, code: string, version: number, name: string, validFrom: string, validTo: string | null, thresholdPercent: number | null, source: string, sourceStatus: SourceStatus, criteria: Array<{ code: string, pillar: Pillar | null, text: string, answerKind: AnswerKind, levels: number | null, maxPoints: number, minimum: number | null, required: boolean | null, evidenceRequired: boolean, kinds: Array<InstitutionKind> }> }> };

export type GrantAddMutationVariables = Exact<{
  input: GrantAddInput;
}>;


export type GrantAddMutation = { grantAdd: { grant: { id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type GrantEndMutationVariables = Exact<{
  input: GrantEndInput;
}>;


export type GrantEndMutation = { grantEnd: { grant: { id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ImportColumnsQueryVariables = Exact<{
  kind: ImportKind;
}>;


export type ImportColumnsQuery = { importColumns: Array<{ name: string, required: boolean, meaning: string, values: Array<string> }> };

export type ImportJobAnswerMutationVariables = Exact<{
  input: ImportJobAnswerInput;
}>;


export type ImportJobAnswerMutation = { importJobAnswer: { importJob: { id: string, version: number, kind: ImportKind, file: string, state: ImportJobState, percent: number, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, message: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ImportJobDiscardMutationVariables = Exact<{
  input: ImportJobDiscardInput;
}>;


export type ImportJobDiscardMutation = { importJobDiscard: { importJob: { id: string, version: number, kind: ImportKind, file: string, state: ImportJobState, percent: number, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, message: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ImportJobSaveMutationVariables = Exact<{
  input: ImportJobSaveInput;
}>;


export type ImportJobSaveMutation = { importJobSave: { importJob: { id: string, version: number, kind: ImportKind, file: string, state: ImportJobState, percent: number, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, message: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ImportJobStartMutationVariables = Exact<{
  input: ImportJobStartInput;
}>;


export type ImportJobStartMutation = { importJobStart: { importJob: { id: string, version: number, kind: ImportKind, file: string, state: ImportJobState, percent: number, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, message: string | null } | null, upload: { address: string, expiresAt: string, mostBytes: number } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ImportJobUndoMutationVariables = Exact<{
  input: ImportJobUndoInput;
}>;


export type ImportJobUndoMutation = { importJobUndo: { importJob: { id: string, version: number, kind: ImportKind, file: string, state: ImportJobState, percent: number, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, message: string | null, undoes: boolean } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ImportJobQueryVariables = Exact<{
  id: string;
  kinds?: Array<ImportJobRowKind> | ImportJobRowKind | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ImportJobQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { version: number, kind: ImportKind, file: string, from: string | null, state: ImportJobState, percent: number, working: boolean, created: number | null, updated: number | null, unchanged: number | null, problems: number | null, questions: number | null, answered: number, leftOut: number, message: string | null, id: string, importRun: { id: string, number: number } | null, rows: { totalCount: number, nodes: Array<{ row: number, kind: ImportJobRowKind, subject: string | null, column: string | null, value: string | null, code: string | null, message: string | null, mayBeSame: boolean, changes: Array<{ column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type ImportJobsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ImportJobsQuery = { importJobs: { totalCount: number, nodes: Array<{ id: string, version: number, kind: ImportKind, file: string, accountName: string, createdAt: string, state: ImportJobState, percent: number, working: boolean, undoes: boolean, message: string | null, importRun: { id: string, number: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ImportUndoMutationVariables = Exact<{
  input: ImportUndoInput;
}>;


export type ImportUndoMutation = { importUndo: { importRun: { id: string, undoneAt: string | null, undoneBy: string | null, undoneRevision: number | null } | null, problems: Array<{ row: number, subject: string, code: string, message: string }>, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ImportsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ImportsQuery = { imports: { totalCount: number, nodes: Array<{ id: string, number: number, kind: ImportKind, file: string | null, accountName: string, at: string, revision: number, created: number, updated: number, unchanged: number, undoneAt: string | null, undoneBy: string | null, undoneRevision: number | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InstitutionChangeMutationVariables = Exact<{
  input: InstitutionChangeInput;
}>;


export type InstitutionChangeMutation = { institutionChange: { institution: { id: string, code: string, name: string, version: number } | null, effect: { preview: boolean, asOf: string, changes: Array<{ column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { id: string, name: string } }>, roundsJoined: Array<{ id: string, name: string }>, roundsLeft: Array<{ id: string, name: string }>, targets: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type InstitutionCloseMutationVariables = Exact<{
  input: InstitutionCloseInput;
}>;


export type InstitutionCloseMutation = { institutionClose: { institution: { id: string, code: string, name: string, version: number } | null, effect: { preview: boolean, asOf: string, changes: Array<{ column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { id: string, name: string } }>, roundsJoined: Array<{ id: string, name: string }>, roundsLeft: Array<{ id: string, name: string }>, targets: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type InstitutionCodeAddMutationVariables = Exact<{
  input: InstitutionCodeAddInput;
}>;


export type InstitutionCodeAddMutation = { institutionCodeAdd: { institution: { id: string, code: string, name: string, version: number } | null, effect: { preview: boolean, asOf: string, changes: Array<{ column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { id: string, name: string } }>, roundsJoined: Array<{ id: string, name: string }>, roundsLeft: Array<{ id: string, name: string }>, targets: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type InstitutionContactSetMutationVariables = Exact<{
  input: InstitutionContactSetInput;
}>;


export type InstitutionContactSetMutation = { institutionContactSet: { institution: { id: string, code: string, name: string, contact: { email: string | null, telephone: string | null, version: number } | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type InstitutionCreateMutationVariables = Exact<{
  input: InstitutionCreateInput;
}>;


export type InstitutionCreateMutation = { institutionCreate: { institution: { id: string, code: string, name: string, version: number } | null, effect: { preview: boolean, asOf: string, changes: Array<{ column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { id: string, name: string } }>, roundsJoined: Array<{ id: string, name: string }>, roundsLeft: Array<{ id: string, name: string }>, targets: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type InstitutionHistoryQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type InstitutionHistoryQuery = { institution: { id: string, name: string, history: { totalCount: number, nodes: Array<{ id: string, at: string, accountName: string, action: string, before: unknown, after: unknown }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type InstitutionReopenMutationVariables = Exact<{
  input: InstitutionReopenInput;
}>;


export type InstitutionReopenMutation = { institutionReopen: { institution: { id: string, code: string, name: string, version: number } | null, effect: { preview: boolean, asOf: string, changes: Array<{ column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { id: string, name: string } }>, roundsJoined: Array<{ id: string, name: string }>, roundsLeft: Array<{ id: string, name: string }>, targets: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type InstitutionSuccessionRecordMutationVariables = Exact<{
  input: InstitutionSuccessionRecordInput;
}>;


export type InstitutionSuccessionRecordMutation = { institutionSuccessionRecord: { institution: { id: string, code: string, name: string, version: number } | null, effect: { preview: boolean, asOf: string, changes: Array<{ column: string, before: string | null, after: string | null, since: string | null, corrected: boolean }>, figures: Array<{ group: InstitutionGroup, institutionsBefore: number, institutionsAfter: number, completedBefore: number, completedAfter: number, unit: { id: string, name: string } }>, roundsJoined: Array<{ id: string, name: string }>, roundsLeft: Array<{ id: string, name: string }>, targets: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type InstitutionsByCodeQueryVariables = Exact<{
  codes: Array<string> | string;
  system?: string | null | undefined;
  on?: string | null | undefined;
}>;


export type InstitutionsByCodeQuery = { institutionsByCode: Array<{ code: string, outcome: CodeOutcome, institution: { id: string, code: string, name: string, kind: InstitutionKind, unit: { id: string, name: string } | null } | null, candidates: Array<{ id: string, code: string, name: string }> }> };

export type MailMessagesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MailMessageFilter | null | undefined;
}>;


export type MailMessagesQuery = { mailMessages: { nodes: Array<{ id: string, version: number, kind: MailKind, state: MailState, address: string, attempts: number, answer: string | null, createdAt: string, nextAttemptAt: string | null, settledAt: string | null, institution: { id: string, code: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OwnMailPreferencesSetMutationVariables = Exact<{
  input: MailPreferencesSetInput;
}>;


export type OwnMailPreferencesSetMutation = { mailPreferencesSet: { mailPreferences: { language: MailLanguage, declined: Array<ChosenMailKind> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type MailReminderSendMutationVariables = Exact<{
  input: MailReminderSendInput;
}>;


export type MailReminderSendMutation = { mailReminderSend: { institutions: number, mails: number, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type MailResendMutationVariables = Exact<{
  input: MailResendInput;
}>;


export type MailResendMutation = { mailResend: { mailMessage: { id: string, version: number, state: MailState, nextAttemptAt: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type MailSendingQueryVariables = Exact<{ [key: string]: never; }>;


export type MailSendingQuery = { mailSending: { from: string | null, counts: Array<{ state: MailState, mails: number }> } | null };

export type NodeQueryVariables = Exact<{
  id: string;
}>;


export type NodeQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AdministrativeUnit', code: string, name: string, id: string, unitKind: UnitKind }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Evidence', id: string }
    | { __typename: 'Framework', code: string, version: number, name: string, id: string }
    | { __typename: 'FrameworkDraft', id: string }
    | { __typename: 'Grant', id: string }
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Institution', code: string, name: string, id: string, institutionKind: InstitutionKind }
    | { __typename: 'MailMessage', id: string }
    | { __typename: 'Plan', document: string, title: string, id: string }
    | { __typename: 'ReportingRound', code: string, name: string, referenceDate: string, id: string }
    | { __typename: 'StatusUpdate', revision: number | null, approvedAt: string | null, id: string }
    | { __typename: 'Target', group: InstitutionGroup, pillar: Pillar | null, percent: number, year: number, id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type OwnMailPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnMailPreferencesQuery = { viewer: { mailPreferences: { language: MailLanguage, declined: Array<ChosenMailKind> } } | null };

export type PlanCreateMutationVariables = Exact<{
  input: PlanCreateInput;
}>;


export type PlanCreateMutation = { planCreate: { plan: { id: string, document: string, version: number, title: string, url: string | null, sourceStatus: SourceStatus } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type PlanUpdateMutationVariables = Exact<{
  input: PlanUpdateInput;
}>;


export type PlanUpdateMutation = { planUpdate: { plan: { id: string, document: string, version: number, title: string, url: string | null, sourceStatus: SourceStatus } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type PlannerBreakdownQueryVariables = Exact<{
  unit?: string | null | undefined;
  by: Array<BreakdownDimension> | BreakdownDimension;
  asOf?: string | null | undefined;
  indicators?: Array<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type PlannerBreakdownQuery = { breakdown: { totalCount: number, nodes: Array<{ kind: InstitutionKind | null, ownership: Ownership | null, level: EducationLevel | null, specialStatus: SpecialStatus | null, unit: { id: string, code: string, name: string } | null, line: { group: InstitutionGroup, institutions: number, completed: number, reported: number, inReview: number, notReported: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, indicator: { code: string, name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PlannerChangesQueryVariables = Exact<{
  unit?: string | null | undefined;
  from: string;
  to?: string | null | undefined;
  knownFrom?: string | null | undefined;
  knownTo?: string | null | undefined;
  basis?: BoundaryBasis;
  group: InstitutionGroup;
  indicator: string;
  reasons?: Array<ProgressChangeReason> | ProgressChangeReason;
  first?: number;
  after?: string | null | undefined;
}>;


export type PlannerChangesQuery = { progressChange: { from: string, to: string, knownFrom: string, knownTo: string, warnings: Array<{ code: ProgressWarningCode, group: InstitutionGroup | null, message: string, institutions: number | null, units: Array<{ id: string, name: string }> }>, lines: Array<{ group: InstitutionGroup, percentPoints: number | null, indicator: { code: string, name: string }, before: { institutions: number, reported: number, completed: number, notApplicable: number, percent: number | null }, after: { institutions: number, reported: number, completed: number, notApplicable: number, percent: number | null }, difference: { institutions: number, reported: number, completed: number, notApplicable: number }, all: Array<{ reason: ProgressChangeReason, count: number, difference: { institutions: number, reported: number, completed: number, notApplicable: number } }>, opened: Array<{ reason: ProgressChangeReason, count: number, changed: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ institution: { id: string, code: string, name: string }, before: { counted: boolean, stage: PillarStage | null, points: number | null, maxPoints: number | null, unit: { id: string, name: string } | null, round: { id: string, code: string } | null }, after: { counted: boolean, stage: PillarStage | null, points: number | null, maxPoints: number | null, unit: { id: string, name: string } | null, round: { id: string, code: string } | null } }> } }> }> } | null };

export type PlannerCountedQueryVariables = Exact<{
  code: string;
  on: string;
  figure: ProgressFigure;
  after?: string | null | undefined;
}>;


export type PlannerCountedQuery = { administrativeUnit: { id: string, name: string, progress: { asOf: string, lines: Array<{ institutions: number, completed: number, notReported: number, coveragePercent: number | null, counted: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, code: string, name: string }> } }> } | null } | null };

export type PlannerCriteriaQueryVariables = Exact<{
  code: string;
  kind?: UnitKind;
  on?: string | null | undefined;
  framework: string;
  asOf?: string | null | undefined;
  kinds?: Array<InstitutionKind> | InstitutionKind | null | undefined;
  codes?: Array<string> | string | null | undefined;
  weakest?: number;
}>;


export type PlannerCriteriaQuery = { administrativeUnit: { id: string, name: string, criterionFigures: { asOf: string, knownAt: string, institutions: number, reported: number, otherVersion: number, notReported: number, coveragePercent: number | null, framework: { id: string, code: string, version: number, name: string }, named: { nodes: Array<{ institutions: number, asked: number, coveragePercent: number | null, answered: number | null, unanswered: number | null, doesNotApply: number | null, applies: number | null, met: number | null, metPercent: number | null, criterion: { code: string, text: string, answerKind: AnswerKind, maxPoints: number, minimum: number | null }, options: Array<{ code: string, name: string, institutions: number }> | null, points: { lowerQuartile: number | null, median: number | null, upperQuartile: number | null, bins: Array<{ from: number, to: number, institutions: number }> | null, withheld: Array<{ part: FigurePart, reason: FigureWithheldReason }> } | null, withheld: Array<{ part: FigurePart, reason: FigureWithheldReason }> }> }, weakest: { nodes: Array<{ institutions: number, asked: number, coveragePercent: number | null, answered: number | null, unanswered: number | null, doesNotApply: number | null, applies: number | null, met: number | null, metPercent: number | null, criterion: { code: string, text: string, answerKind: AnswerKind, maxPoints: number, minimum: number | null }, options: Array<{ code: string, name: string, institutions: number }> | null, points: { lowerQuartile: number | null, median: number | null, upperQuartile: number | null, bins: Array<{ from: number, to: number, institutions: number }> | null, withheld: Array<{ part: FigurePart, reason: FigureWithheldReason }> } | null, withheld: Array<{ part: FigurePart, reason: FigureWithheldReason }> }> } } | null } | null };

export type PlannerLateQueryVariables = Exact<{
  code: string;
  kind?: UnitKind;
  on?: string | null | undefined;
  asOf?: string | null | undefined;
  group?: InstitutionGroup | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type PlannerLateQuery = { administrativeUnit: { id: string, name: string, institutions: { totalCount: number, nodes: Array<{ id: string, code: string, name: string, pillars: Array<{ pillar: Pillar, observation: Observation, stage: PillarStage | null, asOf: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PlannerMoversQueryVariables = Exact<{
  unit?: string | null | undefined;
  unitKind?: UnitKind | null | undefined;
  from: string;
  to?: string | null | undefined;
  basis?: BoundaryBasis;
  group: InstitutionGroup;
  indicator?: string;
  figure?: MoverFigure;
  direction?: MoverDirection;
  first?: number;
  after?: string | null | undefined;
}>;


export type PlannerMoversQuery = { progressMovers: { totalCount: number, nodes: Array<{ rank: number | null, presence: UnitPresence, restatedInPart: boolean, percentPoints: number | null, unit: { id: string, code: string, name: string }, before: { institutions: number, reported: number, completed: number, percent: number | null } | null, after: { institutions: number, reported: number, completed: number, percent: number | null } | null, difference: { institutions: number, reported: number, completed: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PlannerPointsQueryVariables = Exact<{
  code: string;
  kind?: UnitKind;
  on?: string | null | undefined;
  asOf?: string | null | undefined;
  groups?: Array<InstitutionGroup> | InstitutionGroup | null | undefined;
  pillars?: Array<Pillar> | Pillar | null | undefined;
  indicators?: Array<string> | string | null | undefined;
}>;


export type PlannerPointsQuery = { administrativeUnit: { id: string, name: string, progress: { asOf: string, knownAt: string, lines: Array<{ group: InstitutionGroup, institutions: number, completed: number, reported: number, coveragePercent: number | null, indicator: { code: string, name: string }, distribution: { institutions: number | null, unknown: number | null, withoutPoints: number | null, coveragePercent: number | null, lowerQuartile: number | null, median: number | null, upperQuartile: number | null, least: number | null, greatest: number | null, bins: Array<{ from: number, to: number, institutions: number }> | null, withheld: Array<{ part: FigurePart, reason: FigureWithheldReason }> } | null }> } | null } | null };

export type PlannerProgressSeriesQueryVariables = Exact<{
  code: string;
  kind?: UnitKind;
  on?: string | null | undefined;
  dates?: Array<string> | string | null | undefined;
  groups?: Array<InstitutionGroup> | InstitutionGroup | null | undefined;
  pillars?: Array<Pillar> | Pillar | null | undefined;
}>;


export type PlannerProgressSeriesQuery = { administrativeUnit: { id: string, name: string, progressSeries: Array<{ asOf: string, lines: Array<{ group: InstitutionGroup, pillar: Pillar | null, institutions: number, completed: number, reported: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null }> } | null> } | null };

export type PlannerProgressQueryVariables = Exact<{
  code: string;
  kind?: UnitKind;
  on?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PlannerProgressQuery = { administrativeUnit: { id: string, name: string, progress: { asOf: string, knownAt: string, standingMethod: { id: string, version: number }, lines: Array<{ group: InstitutionGroup, pillar: Pillar | null, institutions: number, completed: number, reported: number, inReview: number, notReported: number, carriedForward: number, percent: number | null, upperPercent: number | null, percentOfReported: number | null, coveragePercent: number | null, targets: Array<{ gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, requiredPacePerYear: number | null, expectedPercent: number | null, standing: Standing, target: { id: string, year: number, percent: number, sourceStatus: SourceStatus } }> }>, warnings: Array<{ code: ProgressWarningCode, group: InstitutionGroup | null, institutions: number | null, message: string, units: Array<{ id: string, name: string }> }> } | null } | null };

export type PlannerProvincesSeriesQueryVariables = Exact<{
  kind?: UnitKind;
  unitsOn?: string | null | undefined;
  under?: string | null | undefined;
  ids?: Array<string> | string | null | undefined;
  on?: Array<string> | string | null | undefined;
  months?: number | null | undefined;
  until?: string | null | undefined;
  groups?: Array<InstitutionGroup> | InstitutionGroup | null | undefined;
  pillars?: Array<Pillar> | Pillar | null | undefined;
  indicators?: Array<string> | string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type PlannerProvincesSeriesQuery = { administrativeUnits: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, code: string, name: string, progressSeries: Array<{ asOf: string, lines: Array<{ group: InstitutionGroup, pillar: Pillar | null, institutions: number, completed: number, reported: number, percent: number | null, upperPercent: number | null, indicator: { code: string }, targets: Array<{ standing: Standing, gapPoints: number | null, target: { id: string, year: number, percent: number } }> }> } | null> }> } };

export type PlannerRankingQueryVariables = Exact<{
  unit?: string | null | undefined;
  unitKind?: UnitKind | null | undefined;
  asOf?: string | null | undefined;
  group: InstitutionGroup;
  indicator: string;
  targetYear?: number | null | undefined;
  standings?: Array<Standing> | Standing | null | undefined;
  figure?: BreakdownFigure;
  direction?: OrderDirection;
  first?: number;
}>;


export type PlannerRankingQuery = { breakdown: { totalCount: number, nodes: Array<{ rank: number | null, unit: { id: string, code: string, name: string } | null, line: { institutions: number, completed: number, reported: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null, targets: Array<{ standing: Standing, gapPoints: number | null, institutionsToGo: number, pacePerYear: number | null, target: { id: string, year: number, percent: number, sourceStatus: SourceStatus } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PlannerRestatedQueryVariables = Exact<{
  code: string;
  kind?: UnitKind;
  on?: string | null | undefined;
  asOf: string;
}>;


export type PlannerRestatedQuery = { administrativeUnit: { id: string, name: string, validFrom: string | null, progress: { asOf: string, basis: BoundaryBasis, lines: Array<{ group: InstitutionGroup, pillar: Pillar | null, institutions: number, completed: number, reported: number, percent: number | null, upperPercent: number | null, coveragePercent: number | null }>, warnings: Array<{ code: ProgressWarningCode, message: string, institutions: number | null, units: Array<{ id: string, name: string }> }> } | null } | null };

export type PlannerShortestWayQueryVariables = Exact<{
  code: string;
  kind?: UnitKind;
  on?: string | null | undefined;
  asOf?: string | null | undefined;
  basis?: BoundaryBasis;
  groups?: Array<InstitutionGroup> | InstitutionGroup | null | undefined;
  pillars?: Array<Pillar> | Pillar | null | undefined;
  assume?: Array<ProgressAssumptionInput> | ProgressAssumptionInput | null | undefined;
  first?: number;
}>;


export type PlannerShortestWayQuery = { administrativeUnit: { id: string, name: string, progress: { asOf: string, hypothetical: boolean, assumptions: Array<{ pillars: Array<Pillar>, completed: boolean, institution: { id: string, name: string } }>, lines: Array<{ group: InstitutionGroup, pillar: Pillar | null, institutions: number, completed: number, reported: number, percent: number | null, coveragePercent: number | null, targets: Array<{ gapPoints: number | null, institutionsToGo: number, standing: Standing, target: { id: string, year: number, percent: number } }>, nearest: Array<{ rank: number, missingPoints: number, unmetCriteria: number | null, institution: { id: string, code: string, name: string }, pillars: Array<{ pillar: Pillar, stage: PillarStage | null, points: number | null, maxPoints: number | null, pointsToThreshold: number | null, unmet: Array<{ value: number | null, total: number | null, criterion: { code: string, text: string, answerKind: AnswerKind, minimum: number | null } }> | null }> }> }>, warnings: Array<{ code: ProgressWarningCode, message: string }> } | null } | null };

export type PlansQueryVariables = Exact<{
  unit?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type PlansQuery = { plans: { totalCount: number, nodes: Array<{ id: string, document: string, title: string, issuer: string, issuedOn: string | null, url: string | null, sourceStatus: SourceStatus, version: number, canUpdate: boolean, unit: { id: string, name: string } | null, targets: Array<{ id: string, group: InstitutionGroup, pillar: Pillar | null, percent: number, year: number, dueOn: string, sourceStatus: SourceStatus }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportingRoundCloseMutationVariables = Exact<{
  input: ReportingRoundCloseInput;
}>;


export type ReportingRoundCloseMutation = { reportingRoundClose: { reportingRound: { id: string, code: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, closedAt: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ReportingRoundCreateMutationVariables = Exact<{
  input: ReportingRoundCreateInput;
}>;


export type ReportingRoundCreateMutation = { reportingRoundCreate: { reportingRound: { id: string, code: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, closedAt: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ReportingRoundExtendMutationVariables = Exact<{
  input: ReportingRoundExtendInput;
}>;


export type ReportingRoundExtendMutation = { reportingRoundExtend: { reportingRound: { id: string, code: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, closedAt: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ReportingRoundOpenMutationVariables = Exact<{
  input: ReportingRoundOpenInput;
}>;


export type ReportingRoundOpenMutation = { reportingRoundOpen: { reportingRound: { id: string, code: string, version: number, phase: RoundPhase, opensOn: string, dueOn: string, closesOn: string, closedAt: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ReviewQueueQueryVariables = Exact<{
  unit?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReviewQueueQuery = { statusUpdates: { totalCount: number, nodes: Array<{ id: string, version: number | null, canApprove: boolean, canReturn: boolean, institution: { id: string, code: string, name: string }, round: { id: string, name: string }, newestRevision: { number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, entries: Array<{ selfValue: number | null, selfTotal: number | null, change: AnswerChange | null, needsLook: boolean, criterion: { code: string }, evidence: Array<{ id: string, name: string, url: string | null, downloadPath: string | null, reusedIn: number | null, reusedByOthers: number | null, repeatedHere: number | null, file: { size: number, mediaType: string } | null }> }> | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RoundArrivalsQueryVariables = Exact<{
  round: string;
  unit?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type RoundArrivalsQuery = { node:
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
    | { __typename: 'ReportingRound', name: string, opensOn: string, dueOn: string, closesOn: string, id: string, arrivals: { called: number, unit: { id: string, name: string }, days: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ date: string, submitted: number, returned: number, approved: number, submittedSoFar: number, returnedSoFar: number, approvedSoFar: number }> } } | null }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type RoundLateQueryVariables = Exact<{
  round: string;
  unit?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type RoundLateQuery = { node:
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
    | { __typename: 'ReportingRound', code: string, name: string, phase: RoundPhase, dueOn: string, id: string, completeness: { total: { called: number, notBegun: number, draft: number, submitted: number, returned: number, withdrawn: number, approved: number, overdue: number }, lines: Array<{ group: InstitutionGroup | null, unit: { id: string, name: string }, counts: { called: number, approved: number, overdue: number } }> } | null, participations: { totalCount: number, nodes: Array<{ state: UpdateState | null, daysLate: number, institution: { id: string, code: string, name: string }, unit: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'StatusUpdate', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WorkforceRecord', id: string }
   | null };

export type RoundReminderQueryVariables = Exact<{
  round: string;
  unit?: string | null | undefined;
  audience?: Array<ReminderAudience> | ReminderAudience | null | undefined;
  note?: string | null | undefined;
}>;


export type RoundReminderQuery = { node:
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
    | { __typename: 'Institution' }
    | { __typename: 'MailMessage' }
    | { __typename: 'Plan' }
    | { __typename: 'ReportingRound', id: string, name: string, reminder: { isSent: boolean, institutions: number, mails: number, unreachable: number, remindedToday: number, subject: string | null, text: string | null } | null }
    | { __typename: 'StatusUpdate' }
    | { __typename: 'Target' }
    | { __typename: 'Webhook' }
    | { __typename: 'WorkforceRecord' }
   | null };

export type RoundsQueryVariables = Exact<{
  unit?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type RoundsQuery = { reportingRounds: { totalCount: number, nodes: Array<{ id: string, code: string, name: string, opensOn: string, dueOn: string, closesOn: string, referenceDate: string, phase: RoundPhase, closedAt: string | null, version: number, canOpen: boolean, canExtend: boolean, canClose: boolean, sourceStatus: SourceStatus, unit: { id: string, name: string }, framework: { id: string, code: string, version: number, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SchoolFormQueryVariables = Exact<{
  institution: string;
  round: string;
}>;


export type SchoolFormQuery = { statusUpdates: { nodes: Array<{ id: string, version: number | null, state: UpdateState | null, canSave: boolean, canSubmit: boolean, canWithdraw: boolean, canReopen: boolean, lockReason: LockReason | null, submissionProblems: Array<{ code: string, field: Array<string> | null, message: string }>, newestRevision: { number: number, submittedAt: string | null, submittedBy: string | null, note: string | null, decision: Decision | null, decidedAt: string | null, decidedBy: string | null, decisionNote: string | null, pillars: Array<{ pillar: Pillar, stage: PillarStage, points: number, maxPoints: number }>, entries: Array<{ selfValue: number | null, selfTotal: number | null, appraisedValue: number | null, appraisedTotal: number | null, appraisalReason: string | null, returnReason: string | null, comment: string | null, prefilled: boolean, points: number, change: AnswerChange | null, needsLook: boolean, criterion: { code: string, text: string, maxPoints: number }, evidence: Array<{ id: string, name: string, url: string | null, downloadPath: string | null, file: { size: number, mediaType: string } | null }> }> | null } | null }> } };

export type SchoolPillarsSeriesQueryVariables = Exact<{
  code: string;
  system?: string | null | undefined;
  on?: Array<string> | string | null | undefined;
  months?: number | null | undefined;
  until?: string | null | undefined;
  indicators?: Array<string> | string | null | undefined;
}>;


export type SchoolPillarsSeriesQuery = { institution: { id: string, code: string, name: string, indicatorSeries: Array<{ asOf: string, round: { id: string, code: string, name: string, dueOn: string } | null, indicators: Array<{ observation: Observation, stage: PillarStage | null, points: number | null, maxPoints: number | null, asOf: string | null, revision: number | null, indicator: { code: string, name: string }, update: { id: string, round: { id: string, code: string } } | null }> }> } | null };

export type SchoolRoundsQueryVariables = Exact<{
  code: string;
  phase?: RoundPhase | null | undefined;
  first?: number;
}>;


export type SchoolRoundsQuery = { institution: { id: string, name: string, participations: { nodes: Array<{ state: UpdateState | null, lockReason: LockReason | null, dueOn: string, daysLate: number, overdue: boolean, submittedAt: string | null, round: { id: string, name: string, phase: RoundPhase, closesOn: string }, update: { id: string, version: number | null } | null }> } } | null };

export type SchoolStandingQueryVariables = Exact<{
  code: string;
  system?: string | null | undefined;
  asOf?: string | null | undefined;
  updates?: number;
}>;


export type SchoolStandingQuery = { institution: { id: string, code: string, name: string, kind: InstitutionKind, group: InstitutionGroup | null, unit: { id: string, name: string, parent: { id: string, name: string } | null } | null, pillars: Array<{ pillar: Pillar, observation: Observation, stage: PillarStage | null, points: number | null, maxPoints: number | null, asOf: string | null, revision: number | null }>, statusUpdates: { totalCount: number, nodes: Array<{ id: string, revision: number | null, submittedAt: string | null, approvedAt: string | null, round: { id: string, name: string, referenceDate: string }, pillars: Array<{ pillar: Pillar, points: number, maxPoints: number, stage: PillarStage }> }> } } | null };

export type StatusUpdateApproveManyMutationVariables = Exact<{
  input: StatusUpdateApproveManyInput;
}>;


export type StatusUpdateApproveManyMutation = { statusUpdateApproveMany: { results: Array<{ id: string, statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> }> | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateApproveMutationVariables = Exact<{
  input: StatusUpdateApproveInput;
}>;


export type StatusUpdateApproveMutation = { statusUpdateApprove: { statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateClaimMutationVariables = Exact<{
  input: StatusUpdateClaimInput;
}>;


export type StatusUpdateClaimMutation = { statusUpdateClaim: { statusUpdate: { id: string, version: number | null, state: UpdateState | null, claim: { by: string, since: string, isMine: boolean } | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateCorrectMutationVariables = Exact<{
  input: StatusUpdateCorrectInput;
}>;


export type StatusUpdateCorrectMutation = { statusUpdateCorrect: { statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateHandOverMutationVariables = Exact<{
  input: StatusUpdateHandOverInput;
}>;


export type StatusUpdateHandOverMutation = { statusUpdateHandOver: { statusUpdate: { id: string, version: number | null, state: UpdateState | null, claim: { by: string, since: string, isMine: boolean } | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateImportMutationVariables = Exact<{
  input: StatusUpdateImportInput;
}>;


export type StatusUpdateImportMutation = { statusUpdateImport: { version: number | null, institution: { id: string, code: string, name: string } | null, round: { id: string, code: string } | null, answers: Array<{ changedMeanwhile: boolean, row: number, criterion: { code: string, question: { code: string } }, before: { value: number | null, total: number | null, choice: string | null, text: string | null, doesNotApply: string | null, comment: string | null }, after: { value: number | null, total: number | null, choice: string | null, text: string | null, doesNotApply: string | null, comment: string | null } }>, problems: Array<{ code: string, sheet: string, row: number | null, column: string | null, question: string | null, message: string }>, submissionProblems: Array<{ code: string, field: Array<string> | null, message: string }>, statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateReleaseMutationVariables = Exact<{
  input: StatusUpdateClaimInput;
}>;


export type StatusUpdateReleaseMutation = { statusUpdateRelease: { statusUpdate: { id: string, version: number | null, state: UpdateState | null, claim: { by: string, since: string, isMine: boolean } | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateReopenMutationVariables = Exact<{
  input: StatusUpdateReopenInput;
}>;


export type StatusUpdateReopenMutation = { statusUpdateReopen: { statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateReturnMutationVariables = Exact<{
  input: StatusUpdateReturnInput;
}>;


export type StatusUpdateReturnMutation = { statusUpdateReturn: { statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateSaveMutationVariables = Exact<{
  input: StatusUpdateSaveInput;
}>;


export type StatusUpdateSaveMutation = { statusUpdateSave: { statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateSubmitMutationVariables = Exact<{
  input: StatusUpdateSubmitInput;
}>;


export type StatusUpdateSubmitMutation = { statusUpdateSubmit: { statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateTakeBackMutationVariables = Exact<{
  input: StatusUpdateTakeBackInput;
}>;


export type StatusUpdateTakeBackMutation = { statusUpdateTakeBack: { statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdateWithdrawMutationVariables = Exact<{
  input: StatusUpdateWithdrawInput;
}>;


export type StatusUpdateWithdrawMutation = { statusUpdateWithdraw: { statusUpdate: { id: string, version: number | null, state: UpdateState | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type StatusUpdatesQueryVariables = Exact<{
  filter?: StatusUpdateFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type StatusUpdatesQuery = { statusUpdates: { totalCount: number, nodes: Array<{ id: string, revision: number | null, submittedAt: string | null, approvedAt: string | null, institution: { id: string, code: string, name: string }, round: { id: string, code: string, referenceDate: string }, pillars: Array<{ pillar: Pillar, points: number, maxPoints: number, stage: PillarStage }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TargetRemoveMutationVariables = Exact<{
  input: TargetRemoveInput;
}>;


export type TargetRemoveMutation = { targetRemove: { plan: { id: string, version: number, targets: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type TargetSetMutationVariables = Exact<{
  input: TargetSetInput;
}>;


export type TargetSetMutation = { targetSet: { target: { id: string, group: InstitutionGroup, pillar: Pillar | null, year: number, dueOn: string, percent: number, sourceStatus: SourceStatus, plan: { id: string, version: number } } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type UnitHistoryQueryVariables = Exact<{
  code: string;
  kind?: UnitKind | null | undefined;
  on?: string | null | undefined;
}>;


export type UnitHistoryQuery = { administrativeUnit: { id: string, code: string, kind: UnitKind, name: string, nameEn: string | null, validFrom: string | null, validTo: string | null, legalDocument: string | null, predecessors: Array<{ effectiveOn: string, extent: SuccessionExtent, legalDocument: string | null, predecessor: { id: string, code: string, name: string, validTo: string | null } }>, successors: Array<{ effectiveOn: string, extent: SuccessionExtent, legalDocument: string | null, successor: { id: string, code: string, name: string, validFrom: string | null } }> } | null };

export type UnitProgressChangedSubscriptionVariables = Exact<{
  unit: string;
}>;


export type UnitProgressChangedSubscription = { unitProgressChanged: { id: string, name: string, progress: { asOf: string, lines: Array<{ group: InstitutionGroup, pillar: Pillar | null, institutions: number, completed: number, inReview: number, percent: number | null }> } | null } | null };

export type UnitsByCodeQueryVariables = Exact<{
  codes: Array<string> | string;
  kind?: UnitKind | null | undefined;
  on?: string | null | undefined;
}>;


export type UnitsByCodeQuery = { administrativeUnitsByCode: Array<{ code: string, outcome: CodeOutcome, administrativeUnit: { id: string, code: string, kind: UnitKind, name: string, validFrom: string | null, validTo: string | null } | null, candidates: Array<{ id: string, kind: UnitKind, name: string }> }> };

export type UnitsProgressChangedSubscriptionVariables = Exact<{
  under: string;
}>;


export type UnitsProgressChangedSubscription = { unitsProgressChanged: Array<{ id: string, code: string, name: string, progress: { asOf: string, lines: Array<{ group: InstitutionGroup, pillar: Pillar | null, institutions: number, completed: number, reported: number, percent: number | null, coveragePercent: number | null }> } | null }> };

export type UnitsSearchQueryVariables = Exact<{
  search: string;
  kind?: UnitKind | null | undefined;
  on?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type UnitsSearchQuery = { administrativeUnits: { totalCount: number, nodes: Array<{ id: string, code: string, kind: UnitKind, name: string, parent: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, email: string | null, passwordChangeRequired: boolean, secondFactorRequired: boolean, grants: Array<{ id: string, role: Role, kinds: Array<InstitutionKind> | null, validFrom: string | null, validTo: string | null, unit: { id: string, name: string } | null, institution: { id: string, name: string } | null }> } | null };

export type WebhookCreateMutationVariables = Exact<{
  input: WebhookCreateInput;
}>;


export type WebhookCreateMutation = { webhookCreate: { secret: string | null, webhook: { id: string, version: number, url: string, cursor: string, disabledReason: WebhookDisabledReason | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type WebhookDisableMutationVariables = Exact<{
  input: WebhookDisableInput;
}>;


export type WebhookDisableMutation = { webhookDisable: { webhook: { id: string, version: number, url: string, cursor: string, disabledReason: WebhookDisabledReason | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type WebhookReplayMutationVariables = Exact<{
  input: WebhookReplayInput;
}>;


export type WebhookReplayMutation = { webhookReplay: { webhook: { id: string, version: number, url: string, cursor: string, disabledReason: WebhookDisabledReason | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type WebhookUpdateMutationVariables = Exact<{
  input: WebhookUpdateInput;
}>;


export type WebhookUpdateMutation = { webhookUpdate: { secret: string | null, webhook: { id: string, version: number, url: string, cursor: string, disabledReason: WebhookDisabledReason | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type WebhooksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhooksQuery = { webhooks: { nodes: Array<{ id: string, version: number, url: string, description: string, createdAt: string, cursor: string, deliveredAt: string | null, failures: number, failingSince: string | null, lastFailure: string | null, nextAttemptAt: string | null, disabledAt: string | null, disabledReason: WebhookDisabledReason | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WorkforceGapsQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
  year: number;
  edition?: string | null | undefined;
  asOf?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type WorkforceGapsQuery = { administrativeUnit: { id: string, name: string, workforceIndex: { points: number | null, maximumPoints: number, gaps: { totalCount: number, nodes: Array<{ key: string, kind: IndexGapKind, rank: number, tied: boolean, components: Array<string>, leastPoints: number | null, mostPoints: number | null, owner: string, institution: { id: string, code: string, name: string } | null, cure: Array<{ input: string, value: number | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type WorkforceHistoryQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type WorkforceHistoryQuery = { administrativeUnit: { id: string, workforce: { canCreate: boolean, allRecords: { totalCount: number, nodes: Array<{ id: string, kind: WorkforceRecordKind, tier: WorkforceTier | null, audience: WorkforceAudience | null, agency: string | null, topic: string | null, validFrom: string, validTo: string | null, removed: boolean, version: number, note: string | null, canUpdate: boolean, versions: Array<{ version: number, validFrom: string, validTo: string | null, source: string, sourceStatus: SourceStatus, note: string | null, removed: boolean, recordedAt: string, supersededAt: string | null, counts: Array<{ quantity: WorkforceQuantity, value: number | null }> }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type WorkforceImportTemplateQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkforceImportTemplateQuery = { workforceImportTemplate: { content: string, columns: Array<{ name: string, required: boolean, meaning: string, values: Array<string> }> } };

export type WorkforceImportMutationVariables = Exact<{
  input: WorkforceImportInput;
}>;


export type WorkforceImportMutation = { workforceImport: { workforceImport: { dryRun: boolean, created: number, updated: number, unchanged: number, rows: Array<{ row: number, outcome: WorkforceImportOutcome, kind: WorkforceRecordKind, tier: WorkforceTier | null, audience: WorkforceAudience | null, agency: string | null, topic: string | null, validFrom: string, unit: { id: string, code: string, name: string }, changes: Array<{ column: string, before: string | null, after: string | null }> }> } | null, problems: Array<{ row: number, column: string | null, value: string | null, code: string, message: string }>, findings: Array<{ row: number, column: string | null, value: string | null, code: string, message: string }>, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type WorkforceIndexQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
  year: number;
  edition?: string | null | undefined;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  first?: number;
}>;


export type WorkforceIndexQuery = { administrativeUnit: { id: string, name: string, workforceIndex: { asOf: string, knownAt: string, points: number | null, maximumPoints: number, index: number | null, withheld: WithheldReason | null, edition: { code: string, version: number, name: string, sourceStatus: SourceStatus }, published: { value: number, rank: number | null, ofHowMany: number | null, source: string, note: string | null } | null, components: Array<{ code: string, name: string, state: IndexComponentState, points: number | null, maximumPoints: number, withheld: WithheldReason | null, inputs: Array<{ name: string, state: IndexInputState, value: number | null, withheld: WithheldReason | null, expired: boolean }>, ledger: { totalCount: number, nodes: Array<{ points: number, input: string, record: { id: string, source: string } | null, update: { id: string } | null, institution: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, notes: Array<{ source: string, sourceStatus: SourceStatus }> }> } | null } | null };

export type WorkforceRecordCreateMutationVariables = Exact<{
  input: WorkforceRecordCreateInput;
}>;


export type WorkforceRecordCreateMutation = { workforceRecordCreate: { workforceRecord: { id: string, version: number, removed: boolean, validFrom: string, validTo: string | null, source: string, sourceStatus: SourceStatus, note: string | null, counts: Array<{ quantity: WorkforceQuantity, value: number | null }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type WorkforceRecordRemoveMutationVariables = Exact<{
  input: WorkforceRecordRemoveInput;
}>;


export type WorkforceRecordRemoveMutation = { workforceRecordRemove: { workforceRecord: { id: string, version: number, removed: boolean, validFrom: string, validTo: string | null, source: string, sourceStatus: SourceStatus, note: string | null, counts: Array<{ quantity: WorkforceQuantity, value: number | null }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type WorkforceRecordUpdateMutationVariables = Exact<{
  input: WorkforceRecordUpdateInput;
}>;


export type WorkforceRecordUpdateMutation = { workforceRecordUpdate: { workforceRecord: { id: string, version: number, removed: boolean, validFrom: string, validTo: string | null, source: string, sourceStatus: SourceStatus, note: string | null, counts: Array<{ quantity: WorkforceQuantity, value: number | null }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type WorkforceWhatIfQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
  year: number;
  edition?: string | null | undefined;
  asOf?: string | null | undefined;
  assume: Array<IndexAssumption> | IndexAssumption;
}>;


export type WorkforceWhatIfQuery = { administrativeUnit: { id: string, name: string, real: { points: number | null, index: number | null, hypothetical: boolean } | null, assumed: { points: number | null, index: number | null, hypothetical: boolean, components: Array<{ code: string, state: IndexComponentState, points: number | null, inputs: Array<{ name: string, value: number | null, assumed: boolean }> }> } | null } | null };

export type WorkforceQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
  asOf?: string | null | undefined;
  kind?: WorkforceRecordKind | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type WorkforceQuery = { administrativeUnit: { id: string, name: string, workforce: { asOf: string, knownAt: string, records: { totalCount: number, nodes: Array<{ id: string, kind: WorkforceRecordKind, tier: WorkforceTier | null, audience: WorkforceAudience | null, agency: string | null, topic: string | null, validFrom: string, validTo: string | null, source: string, sourceStatus: SourceStatus, counts: Array<{ quantity: WorkforceQuantity, value: number | null, withheld: WithheldReason | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } | null };

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

export const AccountCreateDocument = new TypedDocumentString(`
    mutation AccountCreate($input: AccountCreateInput!) {
  accountCreate(input: $input) {
    account {
      id
      name
      email
      passwordChangeRequired
      disabledAt
      lockedUntil
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AccountCreateMutation, AccountCreateMutationVariables>;
export const AccountDisableDocument = new TypedDocumentString(`
    mutation AccountDisable($input: AccountDisableInput!) {
  accountDisable(input: $input) {
    account {
      id
      name
      email
      disabledAt
      lockedUntil
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AccountDisableMutation, AccountDisableMutationVariables>;
export const AccountEnableDocument = new TypedDocumentString(`
    mutation AccountEnable($input: AccountEnableInput!) {
  accountEnable(input: $input) {
    account {
      id
      name
      email
      disabledAt
      lockedUntil
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AccountEnableMutation, AccountEnableMutationVariables>;
export const AccountPasswordChangeDocument = new TypedDocumentString(`
    mutation AccountPasswordChange($input: PasswordChangeInput!) {
  accountPasswordChange(input: $input) {
    changed
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AccountPasswordChangeMutation, AccountPasswordChangeMutationVariables>;
export const AccountPasswordResetDocument = new TypedDocumentString(`
    mutation AccountPasswordReset($input: AccountPasswordResetInput!) {
  accountPasswordReset(input: $input) {
    account {
      id
      name
      email
      passwordChangeRequired
      disabledAt
      lockedUntil
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AccountPasswordResetMutation, AccountPasswordResetMutationVariables>;
export const AccountsDocument = new TypedDocumentString(`
    query Accounts($filter: AccountFilter, $first: Int!, $after: String) {
  accounts(first: $first, after: $after, filter: $filter) {
    totalCount
    nodes {
      id
      name
      email
      fromIssuer
      createdAt
      disabledAt
      lockedUntil
      grants {
        id
        role
        kinds
        validFrom
        validTo
        unit {
          id
          name
        }
        institution {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const ApiKeyCreateDocument = new TypedDocumentString(`
    mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    apiKey {
      id
      name
      scopes
      expiresAt
      version
    }
    secret
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApiKeyCreateMutation, ApiKeyCreateMutationVariables>;
export const ApiKeyRevokeDocument = new TypedDocumentString(`
    mutation ApiKeyRevoke($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    apiKey {
      id
      revokedAt
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables>;
export const ApiKeyRotateDocument = new TypedDocumentString(`
    mutation ApiKeyRotate($input: ApiKeyRotateInput!) {
  apiKeyRotate(input: $input) {
    apiKey {
      id
      version
      expiresAt
      secrets {
        prefix
        goodUntil
      }
    }
    secret
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApiKeyRotateMutation, ApiKeyRotateMutationVariables>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($prefix: String, $first: Int!, $after: String) {
  apiKeys(first: $first, after: $after, prefix: $prefix) {
    totalCount
    nodes {
      id
      name
      scopes
      version
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
      secrets {
        prefix
        createdAt
        goodUntil
        lastUsedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($filter: AuditEventFilter, $first: Int!, $after: String) {
  auditEvents(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      at
      accountName
      address
      action
      subjectType
      subjectVersion
      subject {
        id
      }
      institution {
        id
        name
      }
      unit {
        id
        name
      }
      before
      after
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const CampusAddDocument = new TypedDocumentString(`
    mutation CampusAdd($input: CampusAddInput!) {
  campusAdd(input: $input) {
    institution {
      id
      code
      name
      version
    }
    effect {
      preview
      asOf
      changes {
        column
        before
        after
        since
        corrected
      }
      figures {
        unit {
          id
          name
        }
        group
        institutionsBefore
        institutionsAfter
        completedBefore
        completedAfter
      }
      roundsJoined {
        id
        name
      }
      roundsLeft {
        id
        name
      }
      targets {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CampusAddMutation, CampusAddMutationVariables>;
export const CampusChangeDocument = new TypedDocumentString(`
    mutation CampusChange($input: CampusChangeInput!) {
  campusChange(input: $input) {
    institution {
      id
      code
      name
      version
    }
    effect {
      preview
      asOf
      changes {
        column
        before
        after
        since
        corrected
      }
      figures {
        unit {
          id
          name
        }
        group
        institutionsBefore
        institutionsAfter
        completedBefore
        completedAfter
      }
      roundsJoined {
        id
        name
      }
      roundsLeft {
        id
        name
      }
      targets {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CampusChangeMutation, CampusChangeMutationVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($after: String, $first: Int = 100) {
  changes(after: $after, first: $first) {
    nodes {
      revision
      at
      kind
      nodeType
      nodeId
      node {
        __typename
        id
        ... on Institution {
          name
          pillars {
            pillar
            stage
          }
        }
        ... on AdministrativeUnit {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const DashboardPageDocument = new TypedDocumentString(`
    query DashboardPage($filter: InstitutionFilter, $orderBy: InstitutionOrder! = NAME, $asOf: LocalDate, $first: Int! = 50, $after: String) {
  institutions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        id
        code
        name
        kind
        levels
        group
        ownership
        sourceStatus
        unit(on: $asOf) {
          id
          code
          name
          kind
        }
        pillars(asOf: $asOf) {
          pillar
          observation
          stage
          points
          maxPoints
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardPageQuery, DashboardPageQueryVariables>;
export const EvidenceLinkAddDocument = new TypedDocumentString(`
    mutation EvidenceLinkAdd($input: EvidenceLinkAddInput!) {
  evidenceLinkAdd(input: $input) {
    evidence {
      id
      name
      url
      addedBy
      addedAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EvidenceLinkAddMutation, EvidenceLinkAddMutationVariables>;
export const EvidenceRemoveDocument = new TypedDocumentString(`
    mutation EvidenceRemove($input: EvidenceRemoveInput!) {
  evidenceRemove(input: $input) {
    removed
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EvidenceRemoveMutation, EvidenceRemoveMutationVariables>;
export const EvidenceUploadStartDocument = new TypedDocumentString(`
    mutation EvidenceUploadStart($input: EvidenceUploadStartInput!) {
  evidenceUploadStart(input: $input) {
    upload {
      address
      expiresAt
      mostBytes
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EvidenceUploadStartMutation, EvidenceUploadStartMutationVariables>;
export const FrameworkDraftDiscardDocument = new TypedDocumentString(`
    mutation FrameworkDraftDiscard($input: FrameworkDraftDiscardInput!) {
  frameworkDraftDiscard(input: $input) {
    discarded
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FrameworkDraftDiscardMutation, FrameworkDraftDiscardMutationVariables>;
export const FrameworkDraftsDocument = new TypedDocumentString(`
    query FrameworkDrafts {
  frameworkDrafts {
    id
    code
    frameworkVersion
    version
    name
    sourceStatus
    validFrom
    validTo
    updatedAt
    storedBy
    canPublish
    problems {
      path
      code
      message
    }
    comparison {
      version
      changes {
        kind
        code
        before
        after
        addedKinds
        droppedKinds
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FrameworkDraftsQuery, FrameworkDraftsQueryVariables>;
export const FrameworkImportDocument = new TypedDocumentString(`
    mutation FrameworkImport($input: FrameworkImportInput!) {
  frameworkImport(input: $input) {
    outcome
    draft {
      id
      version
    }
    framework {
      id
    }
    outline {
      questions
      criteria
      kinds {
        kind
        criteria
        sections {
          code
          points
        }
      }
      indicators {
        code
        name
        kinds
        isNew
      }
    }
    problems {
      path
      sheet
      row
      column
      code
      message
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FrameworkImportMutation, FrameworkImportMutationVariables>;
export const FrameworkPublishDocument = new TypedDocumentString(`
    mutation FrameworkPublish($input: FrameworkPublishInput!) {
  frameworkPublish(input: $input) {
    framework {
      id
      code
      version
    }
    problems {
      path
      code
      message
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FrameworkPublishMutation, FrameworkPublishMutationVariables>;
export const FrameworkRetireDocument = new TypedDocumentString(`
    mutation FrameworkRetire($input: FrameworkRetireInput!) {
  frameworkRetire(input: $input) {
    framework {
      id
      validTo
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FrameworkRetireMutation, FrameworkRetireMutationVariables>;
export const FrameworksDocument = new TypedDocumentString(`
    query Frameworks {
  frameworks {
    id
    code
    version
    name
    validFrom
    validTo
    thresholdPercent
    source
    sourceStatus
    criteria {
      code
      pillar
      text
      answerKind
      levels
      maxPoints
      minimum
      required
      evidenceRequired
      kinds
    }
  }
}
    `) as unknown as TypedDocumentString<FrameworksQuery, FrameworksQueryVariables>;
export const GrantAddDocument = new TypedDocumentString(`
    mutation GrantAdd($input: GrantAddInput!) {
  grantAdd(input: $input) {
    grant {
      id
      role
      kinds
      validFrom
      validTo
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GrantAddMutation, GrantAddMutationVariables>;
export const GrantEndDocument = new TypedDocumentString(`
    mutation GrantEnd($input: GrantEndInput!) {
  grantEnd(input: $input) {
    grant {
      id
      role
      kinds
      validFrom
      validTo
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GrantEndMutation, GrantEndMutationVariables>;
export const ImportColumnsDocument = new TypedDocumentString(`
    query ImportColumns($kind: ImportKind!) {
  importColumns(kind: $kind) {
    name
    required
    meaning
    values
  }
}
    `) as unknown as TypedDocumentString<ImportColumnsQuery, ImportColumnsQueryVariables>;
export const ImportJobAnswerDocument = new TypedDocumentString(`
    mutation ImportJobAnswer($input: ImportJobAnswerInput!) {
  importJobAnswer(input: $input) {
    importJob {
      id
      version
      kind
      file
      state
      percent
      created
      updated
      unchanged
      problems
      questions
      message
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportJobAnswerMutation, ImportJobAnswerMutationVariables>;
export const ImportJobDiscardDocument = new TypedDocumentString(`
    mutation ImportJobDiscard($input: ImportJobDiscardInput!) {
  importJobDiscard(input: $input) {
    importJob {
      id
      version
      kind
      file
      state
      percent
      created
      updated
      unchanged
      problems
      questions
      message
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportJobDiscardMutation, ImportJobDiscardMutationVariables>;
export const ImportJobSaveDocument = new TypedDocumentString(`
    mutation ImportJobSave($input: ImportJobSaveInput!) {
  importJobSave(input: $input) {
    importJob {
      id
      version
      kind
      file
      state
      percent
      created
      updated
      unchanged
      problems
      questions
      message
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportJobSaveMutation, ImportJobSaveMutationVariables>;
export const ImportJobStartDocument = new TypedDocumentString(`
    mutation ImportJobStart($input: ImportJobStartInput!) {
  importJobStart(input: $input) {
    importJob {
      id
      version
      kind
      file
      state
      percent
      created
      updated
      unchanged
      problems
      questions
      message
    }
    upload {
      address
      expiresAt
      mostBytes
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportJobStartMutation, ImportJobStartMutationVariables>;
export const ImportJobUndoDocument = new TypedDocumentString(`
    mutation ImportJobUndo($input: ImportJobUndoInput!) {
  importJobUndo(input: $input) {
    importJob {
      id
      version
      kind
      file
      state
      percent
      created
      updated
      unchanged
      problems
      questions
      message
      undoes
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportJobUndoMutation, ImportJobUndoMutationVariables>;
export const ImportJobDocument = new TypedDocumentString(`
    query ImportJob($id: ID!, $kinds: [ImportJobRowKind!], $first: Int!, $after: String) {
  node(id: $id) {
    id
    ... on ImportJob {
      version
      kind
      file
      from
      state
      percent
      working
      created
      updated
      unchanged
      problems
      questions
      answered
      leftOut
      message
      importRun {
        id
        number
      }
      rows(kinds: $kinds, first: $first, after: $after) {
        totalCount
        nodes {
          row
          kind
          subject
          column
          value
          code
          message
          mayBeSame
          changes {
            column
            before
            after
            since
            corrected
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportJobQuery, ImportJobQueryVariables>;
export const ImportJobsDocument = new TypedDocumentString(`
    query ImportJobs($first: Int!, $after: String) {
  importJobs(first: $first, after: $after) {
    totalCount
    nodes {
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
      message
      importRun {
        id
        number
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ImportJobsQuery, ImportJobsQueryVariables>;
export const ImportUndoDocument = new TypedDocumentString(`
    mutation ImportUndo($input: ImportUndoInput!) {
  importUndo(input: $input) {
    importRun {
      id
      undoneAt
      undoneBy
      undoneRevision
    }
    problems {
      row
      subject
      code
      message
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportUndoMutation, ImportUndoMutationVariables>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports($first: Int!, $after: String) {
  imports(first: $first, after: $after) {
    totalCount
    nodes {
      id
      number
      kind
      file
      accountName
      at
      revision
      created
      updated
      unchanged
      undoneAt
      undoneBy
      undoneRevision
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const InstitutionChangeDocument = new TypedDocumentString(`
    mutation InstitutionChange($input: InstitutionChangeInput!) {
  institutionChange(input: $input) {
    institution {
      id
      code
      name
      version
    }
    effect {
      preview
      asOf
      changes {
        column
        before
        after
        since
        corrected
      }
      figures {
        unit {
          id
          name
        }
        group
        institutionsBefore
        institutionsAfter
        completedBefore
        completedAfter
      }
      roundsJoined {
        id
        name
      }
      roundsLeft {
        id
        name
      }
      targets {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionChangeMutation, InstitutionChangeMutationVariables>;
export const InstitutionCloseDocument = new TypedDocumentString(`
    mutation InstitutionClose($input: InstitutionCloseInput!) {
  institutionClose(input: $input) {
    institution {
      id
      code
      name
      version
    }
    effect {
      preview
      asOf
      changes {
        column
        before
        after
        since
        corrected
      }
      figures {
        unit {
          id
          name
        }
        group
        institutionsBefore
        institutionsAfter
        completedBefore
        completedAfter
      }
      roundsJoined {
        id
        name
      }
      roundsLeft {
        id
        name
      }
      targets {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionCloseMutation, InstitutionCloseMutationVariables>;
export const InstitutionCodeAddDocument = new TypedDocumentString(`
    mutation InstitutionCodeAdd($input: InstitutionCodeAddInput!) {
  institutionCodeAdd(input: $input) {
    institution {
      id
      code
      name
      version
    }
    effect {
      preview
      asOf
      changes {
        column
        before
        after
        since
        corrected
      }
      figures {
        unit {
          id
          name
        }
        group
        institutionsBefore
        institutionsAfter
        completedBefore
        completedAfter
      }
      roundsJoined {
        id
        name
      }
      roundsLeft {
        id
        name
      }
      targets {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionCodeAddMutation, InstitutionCodeAddMutationVariables>;
export const InstitutionContactSetDocument = new TypedDocumentString(`
    mutation InstitutionContactSet($input: InstitutionContactSetInput!) {
  institutionContactSet(input: $input) {
    institution {
      id
      code
      name
      contact {
        email
        telephone
        version
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionContactSetMutation, InstitutionContactSetMutationVariables>;
export const InstitutionCreateDocument = new TypedDocumentString(`
    mutation InstitutionCreate($input: InstitutionCreateInput!) {
  institutionCreate(input: $input) {
    institution {
      id
      code
      name
      version
    }
    effect {
      preview
      asOf
      changes {
        column
        before
        after
        since
        corrected
      }
      figures {
        unit {
          id
          name
        }
        group
        institutionsBefore
        institutionsAfter
        completedBefore
        completedAfter
      }
      roundsJoined {
        id
        name
      }
      roundsLeft {
        id
        name
      }
      targets {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionCreateMutation, InstitutionCreateMutationVariables>;
export const InstitutionHistoryDocument = new TypedDocumentString(`
    query InstitutionHistory($code: String!, $first: Int!, $after: String) {
  institution(code: $code) {
    id
    name
    history(first: $first, after: $after) {
      totalCount
      nodes {
        id
        at
        accountName
        action
        before
        after
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionHistoryQuery, InstitutionHistoryQueryVariables>;
export const InstitutionReopenDocument = new TypedDocumentString(`
    mutation InstitutionReopen($input: InstitutionReopenInput!) {
  institutionReopen(input: $input) {
    institution {
      id
      code
      name
      version
    }
    effect {
      preview
      asOf
      changes {
        column
        before
        after
        since
        corrected
      }
      figures {
        unit {
          id
          name
        }
        group
        institutionsBefore
        institutionsAfter
        completedBefore
        completedAfter
      }
      roundsJoined {
        id
        name
      }
      roundsLeft {
        id
        name
      }
      targets {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionReopenMutation, InstitutionReopenMutationVariables>;
export const InstitutionSuccessionRecordDocument = new TypedDocumentString(`
    mutation InstitutionSuccessionRecord($input: InstitutionSuccessionRecordInput!) {
  institutionSuccessionRecord(input: $input) {
    institution {
      id
      code
      name
      version
    }
    effect {
      preview
      asOf
      changes {
        column
        before
        after
        since
        corrected
      }
      figures {
        unit {
          id
          name
        }
        group
        institutionsBefore
        institutionsAfter
        completedBefore
        completedAfter
      }
      roundsJoined {
        id
        name
      }
      roundsLeft {
        id
        name
      }
      targets {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionSuccessionRecordMutation, InstitutionSuccessionRecordMutationVariables>;
export const InstitutionsByCodeDocument = new TypedDocumentString(`
    query InstitutionsByCode($codes: [String!]!, $system: String, $on: LocalDate) {
  institutionsByCode(codes: $codes, system: $system, on: $on) {
    code
    outcome
    institution {
      id
      code
      name
      kind
      unit(on: $on) {
        id
        name
      }
    }
    candidates {
      id
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionsByCodeQuery, InstitutionsByCodeQueryVariables>;
export const MailMessagesDocument = new TypedDocumentString(`
    query MailMessages($first: Int = 20, $after: String, $filter: MailMessageFilter) {
  mailMessages(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      version
      kind
      state
      address
      institution {
        id
        code
        name
      }
      attempts
      answer
      createdAt
      nextAttemptAt
      settledAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MailMessagesQuery, MailMessagesQueryVariables>;
export const OwnMailPreferencesSetDocument = new TypedDocumentString(`
    mutation OwnMailPreferencesSet($input: MailPreferencesSetInput!) {
  mailPreferencesSet(input: $input) {
    mailPreferences {
      language
      declined
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OwnMailPreferencesSetMutation, OwnMailPreferencesSetMutationVariables>;
export const MailReminderSendDocument = new TypedDocumentString(`
    mutation MailReminderSend($input: MailReminderSendInput!) {
  mailReminderSend(input: $input) {
    institutions
    mails
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MailReminderSendMutation, MailReminderSendMutationVariables>;
export const MailResendDocument = new TypedDocumentString(`
    mutation MailResend($input: MailResendInput!) {
  mailResend(input: $input) {
    mailMessage {
      id
      version
      state
      nextAttemptAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MailResendMutation, MailResendMutationVariables>;
export const MailSendingDocument = new TypedDocumentString(`
    query MailSending {
  mailSending {
    from
    counts {
      state
      mails
    }
  }
}
    `) as unknown as TypedDocumentString<MailSendingQuery, MailSendingQueryVariables>;
export const NodeDocument = new TypedDocumentString(`
    query Node($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on AdministrativeUnit {
      code
      unitKind: kind
      name
    }
    ... on Institution {
      code
      name
      institutionKind: kind
    }
    ... on Framework {
      code
      version
      name
    }
    ... on ReportingRound {
      code
      name
      referenceDate
    }
    ... on StatusUpdate {
      revision
      approvedAt
    }
    ... on Plan {
      document
      title
    }
    ... on Target {
      group
      pillar
      percent
      year
    }
  }
}
    `) as unknown as TypedDocumentString<NodeQuery, NodeQueryVariables>;
export const OwnMailPreferencesDocument = new TypedDocumentString(`
    query OwnMailPreferences {
  viewer {
    mailPreferences {
      language
      declined
    }
  }
}
    `) as unknown as TypedDocumentString<OwnMailPreferencesQuery, OwnMailPreferencesQueryVariables>;
export const PlanCreateDocument = new TypedDocumentString(`
    mutation PlanCreate($input: PlanCreateInput!) {
  planCreate(input: $input) {
    plan {
      id
      document
      version
      title
      url
      sourceStatus
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PlanCreateMutation, PlanCreateMutationVariables>;
export const PlanUpdateDocument = new TypedDocumentString(`
    mutation PlanUpdate($input: PlanUpdateInput!) {
  planUpdate(input: $input) {
    plan {
      id
      document
      version
      title
      url
      sourceStatus
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PlanUpdateMutation, PlanUpdateMutationVariables>;
export const PlannerBreakdownDocument = new TypedDocumentString(`
    query PlannerBreakdown($unit: ID, $by: [BreakdownDimension!]!, $asOf: LocalDate, $indicators: [String!], $after: String) {
  breakdown(
    unit: $unit
    by: $by
    asOf: $asOf
    indicators: $indicators
    first: 100
    after: $after
  ) {
    totalCount
    nodes {
      unit {
        id
        code
        name
      }
      kind
      ownership
      level
      specialStatus
      line {
        group
        indicator {
          code
          name
        }
        institutions
        completed
        reported
        inReview
        notReported
        percent
        upperPercent
        coveragePercent
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerBreakdownQuery, PlannerBreakdownQueryVariables>;
export const PlannerChangesDocument = new TypedDocumentString(`
    query PlannerChanges($unit: ID, $from: LocalDate!, $to: LocalDate, $knownFrom: DateTime, $knownTo: DateTime, $basis: BoundaryBasis! = AS_REPORTED, $group: InstitutionGroup!, $indicator: String!, $reasons: [ProgressChangeReason!]! = [NEWLY_COMPLETED, FELL_BACK], $first: Int! = 20, $after: String) {
  progressChange(
    unit: $unit
    from: $from
    to: $to
    knownFrom: $knownFrom
    knownTo: $knownTo
    basis: $basis
    groups: [$group]
    indicators: [$indicator]
  ) {
    from
    to
    knownFrom
    knownTo
    warnings {
      code
      group
      message
      institutions
      units {
        id
        name
      }
    }
    lines {
      group
      indicator {
        code
        name
      }
      before {
        institutions
        reported
        completed
        notApplicable
        percent
      }
      after {
        institutions
        reported
        completed
        notApplicable
        percent
      }
      difference {
        institutions
        reported
        completed
        notApplicable
      }
      percentPoints
      all: parts {
        reason
        count
        difference {
          institutions
          reported
          completed
          notApplicable
        }
      }
      opened: parts(reasons: $reasons) {
        reason
        count
        changed(first: $first, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            institution {
              id
              code
              name
            }
            before {
              counted
              stage
              points
              maxPoints
              unit {
                id
                name
              }
              round {
                id
                code
              }
            }
            after {
              counted
              stage
              points
              maxPoints
              unit {
                id
                name
              }
              round {
                id
                code
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerChangesQuery, PlannerChangesQueryVariables>;
export const PlannerCountedDocument = new TypedDocumentString(`
    query PlannerCounted($code: String!, $on: LocalDate!, $figure: ProgressFigure!, $after: String) {
  administrativeUnit(code: $code, on: $on) {
    id
    name
    progress(asOf: $on, groups: [GENERAL_EDUCATION], pillars: [DIGITAL_GOVERNANCE]) {
      asOf
      lines {
        institutions
        completed
        notReported
        coveragePercent
        counted(figure: $figure, first: 20, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            code
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerCountedQuery, PlannerCountedQueryVariables>;
export const PlannerCriteriaDocument = new TypedDocumentString(`
    query PlannerCriteria($code: String!, $kind: UnitKind! = PROVINCE, $on: LocalDate, $framework: ID!, $asOf: LocalDate, $kinds: [InstitutionKind!], $codes: [String!], $weakest: Int! = 5) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    id
    name
    criterionFigures(framework: $framework, asOf: $asOf, kinds: $kinds) {
      asOf
      knownAt
      framework {
        id
        code
        version
        name
      }
      institutions
      reported
      otherVersion
      notReported
      coveragePercent
      named: criteria(first: 20, codes: $codes) {
        nodes {
          criterion {
            code
            text
            answerKind
            maxPoints
            minimum
          }
          institutions
          asked
          coveragePercent
          answered
          unanswered
          doesNotApply
          applies
          met
          metPercent
          options {
            code
            name
            institutions
          }
          points {
            lowerQuartile
            median
            upperQuartile
            bins {
              from
              to
              institutions
            }
            withheld {
              part
              reason
            }
          }
          withheld {
            part
            reason
          }
        }
      }
      weakest: criteria(first: $weakest, orderBy: MET_PERCENT) {
        nodes {
          criterion {
            code
            text
            answerKind
            maxPoints
            minimum
          }
          institutions
          asked
          coveragePercent
          answered
          unanswered
          doesNotApply
          applies
          met
          metPercent
          options {
            code
            name
            institutions
          }
          points {
            lowerQuartile
            median
            upperQuartile
            bins {
              from
              to
              institutions
            }
            withheld {
              part
              reason
            }
          }
          withheld {
            part
            reason
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerCriteriaQuery, PlannerCriteriaQueryVariables>;
export const PlannerLateDocument = new TypedDocumentString(`
    query PlannerLate($code: String!, $kind: UnitKind! = PROVINCE, $on: LocalDate, $asOf: LocalDate, $group: InstitutionGroup, $first: Int! = 50, $after: String) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    id
    name
    institutions(on: $asOf, group: $group, first: $first, after: $after) {
      totalCount
      nodes {
        id
        code
        name
        pillars(asOf: $asOf) {
          pillar
          observation
          stage
          asOf
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerLateQuery, PlannerLateQueryVariables>;
export const PlannerMoversDocument = new TypedDocumentString(`
    query PlannerMovers($unit: ID, $unitKind: UnitKind, $from: LocalDate!, $to: LocalDate, $basis: BoundaryBasis! = AS_REPORTED, $group: InstitutionGroup!, $indicator: String! = "ALL_FOUR", $figure: MoverFigure! = PERCENT, $direction: MoverDirection! = EITHER, $first: Int! = 20, $after: String) {
  progressMovers(
    unit: $unit
    unitKind: $unitKind
    from: $from
    to: $to
    basis: $basis
    group: $group
    indicator: $indicator
    orderBy: {figure: $figure, direction: $direction}
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      rank
      unit {
        id
        code
        name
      }
      presence
      restatedInPart
      before {
        institutions
        reported
        completed
        percent
      }
      after {
        institutions
        reported
        completed
        percent
      }
      difference {
        institutions
        reported
        completed
      }
      percentPoints
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerMoversQuery, PlannerMoversQueryVariables>;
export const PlannerPointsDocument = new TypedDocumentString(`
    query PlannerPoints($code: String!, $kind: UnitKind! = PROVINCE, $on: LocalDate, $asOf: LocalDate, $groups: [InstitutionGroup!], $pillars: [Pillar!], $indicators: [String!]) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    id
    name
    progress(
      asOf: $asOf
      groups: $groups
      pillars: $pillars
      indicators: $indicators
    ) {
      asOf
      knownAt
      lines {
        group
        indicator {
          code
          name
        }
        institutions
        completed
        reported
        coveragePercent
        distribution {
          institutions
          unknown
          withoutPoints
          coveragePercent
          lowerQuartile
          median
          upperQuartile
          least
          greatest
          bins {
            from
            to
            institutions
          }
          withheld {
            part
            reason
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerPointsQuery, PlannerPointsQueryVariables>;
export const PlannerProgressSeriesDocument = new TypedDocumentString(`
    query PlannerProgressSeries($code: String!, $kind: UnitKind! = PROVINCE, $on: LocalDate, $dates: [LocalDate!], $groups: [InstitutionGroup!], $pillars: [Pillar!]) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    id
    name
    progressSeries(on: $dates, groups: $groups, pillars: $pillars) {
      asOf
      lines {
        group
        pillar
        institutions
        completed
        reported
        percent
        upperPercent
        coveragePercent
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerProgressSeriesQuery, PlannerProgressSeriesQueryVariables>;
export const PlannerProgressDocument = new TypedDocumentString(`
    query PlannerProgress($code: String!, $kind: UnitKind! = PROVINCE, $on: LocalDate, $asOf: LocalDate) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    id
    name
    progress(asOf: $asOf) {
      asOf
      knownAt
      standingMethod {
        id
        version
      }
      lines {
        group
        pillar
        institutions
        completed
        reported
        inReview
        notReported
        carriedForward
        percent
        upperPercent
        percentOfReported
        coveragePercent
        targets {
          target {
            id
            year
            percent
            sourceStatus
          }
          gapPoints
          institutionsToGo
          pacePerYear
          requiredPacePerYear
          expectedPercent
          standing
        }
      }
      warnings {
        code
        group
        institutions
        message
        units {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerProgressQuery, PlannerProgressQueryVariables>;
export const PlannerProvincesSeriesDocument = new TypedDocumentString(`
    query PlannerProvincesSeries($kind: UnitKind! = PROVINCE, $unitsOn: LocalDate, $under: ID, $ids: [ID!], $on: [LocalDate!], $months: Int, $until: LocalDate, $groups: [InstitutionGroup!], $pillars: [Pillar!], $indicators: [String!], $first: Int! = 63, $after: String) {
  administrativeUnits(
    filter: {kind: $kind, on: $unitsOn, under: $under, ids: $ids}
    orderBy: CODE
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      code
      name
      progressSeries(
        on: $on
        months: $months
        until: $until
        groups: $groups
        pillars: $pillars
        indicators: $indicators
      ) {
        asOf
        lines {
          group
          pillar
          indicator {
            code
          }
          institutions
          completed
          reported
          percent
          upperPercent
          targets {
            target {
              id
              year
              percent
            }
            standing
            gapPoints
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerProvincesSeriesQuery, PlannerProvincesSeriesQueryVariables>;
export const PlannerRankingDocument = new TypedDocumentString(`
    query PlannerRanking($unit: ID, $unitKind: UnitKind, $asOf: LocalDate, $group: InstitutionGroup!, $indicator: String!, $targetYear: Int, $standings: [Standing!], $figure: BreakdownFigure! = GAP_POINTS, $direction: OrderDirection! = DESC, $first: Int! = 10) {
  breakdown(
    unit: $unit
    by: [UNIT]
    unitKind: $unitKind
    asOf: $asOf
    groups: [$group]
    indicators: [$indicator]
    targetYear: $targetYear
    standings: $standings
    orderBy: {figure: $figure, direction: $direction}
    first: $first
  ) {
    totalCount
    nodes {
      rank
      unit {
        id
        code
        name
      }
      line {
        institutions
        completed
        reported
        percent
        upperPercent
        coveragePercent
        targets {
          target {
            id
            year
            percent
            sourceStatus
          }
          standing
          gapPoints
          institutionsToGo
          pacePerYear
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerRankingQuery, PlannerRankingQueryVariables>;
export const PlannerRestatedDocument = new TypedDocumentString(`
    query PlannerRestated($code: String!, $kind: UnitKind! = PROVINCE, $on: LocalDate, $asOf: LocalDate!) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    id
    name
    validFrom
    progress(asOf: $asOf, basis: CURRENT_UNITS) {
      asOf
      basis
      lines {
        group
        pillar
        institutions
        completed
        reported
        percent
        upperPercent
        coveragePercent
      }
      warnings {
        code
        message
        institutions
        units {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerRestatedQuery, PlannerRestatedQueryVariables>;
export const PlannerShortestWayDocument = new TypedDocumentString(`
    query PlannerShortestWay($code: String!, $kind: UnitKind! = PROVINCE, $on: LocalDate, $asOf: LocalDate, $basis: BoundaryBasis! = AS_REPORTED, $groups: [InstitutionGroup!], $pillars: [Pillar!], $assume: [ProgressAssumptionInput!], $first: Int! = 10) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    id
    name
    progress(
      asOf: $asOf
      basis: $basis
      groups: $groups
      pillars: $pillars
      assume: $assume
    ) {
      asOf
      hypothetical
      assumptions {
        institution {
          id
          name
        }
        pillars
        completed
      }
      lines {
        group
        pillar
        institutions
        completed
        reported
        percent
        coveragePercent
        targets {
          target {
            id
            year
            percent
          }
          gapPoints
          institutionsToGo
          standing
        }
        nearest(first: $first) {
          rank
          missingPoints
          unmetCriteria
          institution {
            id
            code
            name
          }
          pillars {
            pillar
            stage
            points
            maxPoints
            pointsToThreshold
            unmet {
              criterion {
                code
                text
                answerKind
                minimum
              }
              value
              total
            }
          }
        }
      }
      warnings {
        code
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlannerShortestWayQuery, PlannerShortestWayQueryVariables>;
export const PlansDocument = new TypedDocumentString(`
    query Plans($unit: ID, $first: Int! = 20, $after: String) {
  plans(unit: $unit, first: $first, after: $after) {
    totalCount
    nodes {
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
        id
        name
      }
      targets {
        id
        group
        pillar
        percent
        year
        dueOn
        sourceStatus
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PlansQuery, PlansQueryVariables>;
export const ReportingRoundCloseDocument = new TypedDocumentString(`
    mutation ReportingRoundClose($input: ReportingRoundCloseInput!) {
  reportingRoundClose(input: $input) {
    reportingRound {
      id
      code
      version
      phase
      opensOn
      dueOn
      closesOn
      closedAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReportingRoundCloseMutation, ReportingRoundCloseMutationVariables>;
export const ReportingRoundCreateDocument = new TypedDocumentString(`
    mutation ReportingRoundCreate($input: ReportingRoundCreateInput!) {
  reportingRoundCreate(input: $input) {
    reportingRound {
      id
      code
      version
      phase
      opensOn
      dueOn
      closesOn
      closedAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReportingRoundCreateMutation, ReportingRoundCreateMutationVariables>;
export const ReportingRoundExtendDocument = new TypedDocumentString(`
    mutation ReportingRoundExtend($input: ReportingRoundExtendInput!) {
  reportingRoundExtend(input: $input) {
    reportingRound {
      id
      code
      version
      phase
      opensOn
      dueOn
      closesOn
      closedAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReportingRoundExtendMutation, ReportingRoundExtendMutationVariables>;
export const ReportingRoundOpenDocument = new TypedDocumentString(`
    mutation ReportingRoundOpen($input: ReportingRoundOpenInput!) {
  reportingRoundOpen(input: $input) {
    reportingRound {
      id
      code
      version
      phase
      opensOn
      dueOn
      closesOn
      closedAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReportingRoundOpenMutation, ReportingRoundOpenMutationVariables>;
export const ReviewQueueDocument = new TypedDocumentString(`
    query ReviewQueue($unit: ID, $first: Int!, $after: String) {
  statusUpdates(
    first: $first
    after: $after
    orderBy: OLDEST_SUBMISSION
    filter: {unit: $unit, awaitingDecision: true}
  ) {
    totalCount
    nodes {
      id
      version
      canApprove
      canReturn
      institution {
        id
        code
        name
      }
      round {
        id
        name
      }
      newestRevision {
        number
        submittedAt
        submittedBy
        note
        entries {
          criterion {
            code
          }
          selfValue
          selfTotal
          change
          needsLook
          evidence {
            id
            name
            url
            downloadPath
            file {
              size
              mediaType
            }
            reusedIn
            reusedByOthers
            repeatedHere
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewQueueQuery, ReviewQueueQueryVariables>;
export const RoundArrivalsDocument = new TypedDocumentString(`
    query RoundArrivals($round: ID!, $unit: ID, $first: Int! = 100, $after: String) {
  node(id: $round) {
    __typename
    id
    ... on ReportingRound {
      name
      opensOn
      dueOn
      closesOn
      arrivals(unit: $unit) {
        unit {
          id
          name
        }
        called
        days(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            date
            submitted
            returned
            approved
            submittedSoFar
            returnedSoFar
            approvedSoFar
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RoundArrivalsQuery, RoundArrivalsQueryVariables>;
export const RoundLateDocument = new TypedDocumentString(`
    query RoundLate($round: ID!, $unit: ID, $first: Int! = 50, $after: String) {
  node(id: $round) {
    __typename
    id
    ... on ReportingRound {
      code
      name
      phase
      dueOn
      completeness(unit: $unit) {
        total {
          called
          notBegun
          draft
          submitted
          returned
          withdrawn
          approved
          overdue
        }
        lines {
          group
          unit {
            id
            name
          }
          counts {
            called
            approved
            overdue
          }
        }
      }
      participations(
        filter: {unit: $unit, overdue: true}
        orderBy: LATEST
        first: $first
        after: $after
      ) {
        totalCount
        nodes {
          state
          daysLate
          institution {
            id
            code
            name
          }
          unit {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RoundLateQuery, RoundLateQueryVariables>;
export const RoundReminderDocument = new TypedDocumentString(`
    query RoundReminder($round: ID!, $unit: ID, $audience: [ReminderAudience!] = [NOT_BEGUN, DRAFT, RETURNED, OVERDUE], $note: String) {
  node(id: $round) {
    __typename
    ... on ReportingRound {
      id
      name
      reminder(unit: $unit, audience: $audience, note: $note) {
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
    `) as unknown as TypedDocumentString<RoundReminderQuery, RoundReminderQueryVariables>;
export const RoundsDocument = new TypedDocumentString(`
    query Rounds($unit: ID, $first: Int! = 20, $after: String) {
  reportingRounds(unit: $unit, first: $first, after: $after) {
    totalCount
    nodes {
      id
      code
      name
      opensOn
      dueOn
      closesOn
      referenceDate
      phase
      closedAt
      version
      canOpen
      canExtend
      canClose
      sourceStatus
      unit {
        id
        name
      }
      framework {
        id
        code
        version
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<RoundsQuery, RoundsQueryVariables>;
export const SchoolFormDocument = new TypedDocumentString(`
    query SchoolForm($institution: ID!, $round: ID!) {
  statusUpdates(first: 1, filter: {institution: $institution, round: $round}) {
    nodes {
      id
      version
      state
      canSave
      canSubmit
      canWithdraw
      canReopen
      lockReason
      submissionProblems {
        code
        field
        message
      }
      newestRevision {
        number
        submittedAt
        submittedBy
        note
        decision
        decidedAt
        decidedBy
        decisionNote
        pillars {
          pillar
          stage
          points
          maxPoints
        }
        entries {
          criterion {
            code
            text
            maxPoints
          }
          selfValue
          selfTotal
          appraisedValue
          appraisedTotal
          appraisalReason
          returnReason
          comment
          prefilled
          points
          change
          needsLook
          evidence {
            id
            name
            url
            downloadPath
            file {
              size
              mediaType
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolFormQuery, SchoolFormQueryVariables>;
export const SchoolPillarsSeriesDocument = new TypedDocumentString(`
    query SchoolPillarsSeries($code: String!, $system: String, $on: [LocalDate!], $months: Int, $until: LocalDate, $indicators: [String!]) {
  institution(code: $code, system: $system) {
    id
    code
    name
    indicatorSeries(
      on: $on
      months: $months
      until: $until
      indicators: $indicators
    ) {
      asOf
      round {
        id
        code
        name
        dueOn
      }
      indicators {
        indicator {
          code
          name
        }
        observation
        stage
        points
        maxPoints
        asOf
        revision
        update {
          id
          round {
            id
            code
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolPillarsSeriesQuery, SchoolPillarsSeriesQueryVariables>;
export const SchoolRoundsDocument = new TypedDocumentString(`
    query SchoolRounds($code: String!, $phase: RoundPhase, $first: Int! = 20) {
  institution(code: $code) {
    id
    name
    participations(phase: $phase, first: $first) {
      nodes {
        state
        lockReason
        dueOn
        daysLate
        overdue
        submittedAt
        round {
          id
          name
          phase
          closesOn
        }
        update {
          id
          version
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolRoundsQuery, SchoolRoundsQueryVariables>;
export const SchoolStandingDocument = new TypedDocumentString(`
    query SchoolStanding($code: String!, $system: String, $asOf: LocalDate, $updates: Int! = 5) {
  institution(code: $code, system: $system) {
    id
    code
    name
    kind
    group
    unit(on: $asOf) {
      id
      name
      parent {
        id
        name
      }
    }
    pillars(asOf: $asOf) {
      pillar
      observation
      stage
      points
      maxPoints
      asOf
      revision
    }
    statusUpdates(first: $updates) {
      totalCount
      nodes {
        id
        revision
        submittedAt
        approvedAt
        round {
          id
          name
          referenceDate
        }
        pillars {
          pillar
          points
          maxPoints
          stage
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolStandingQuery, SchoolStandingQueryVariables>;
export const StatusUpdateApproveManyDocument = new TypedDocumentString(`
    mutation StatusUpdateApproveMany($input: StatusUpdateApproveManyInput!) {
  statusUpdateApproveMany(input: $input) {
    results {
      id
      statusUpdate {
        id
        version
        state
      }
      userErrors {
        code
        field
        message
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateApproveManyMutation, StatusUpdateApproveManyMutationVariables>;
export const StatusUpdateApproveDocument = new TypedDocumentString(`
    mutation StatusUpdateApprove($input: StatusUpdateApproveInput!) {
  statusUpdateApprove(input: $input) {
    statusUpdate {
      id
      version
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateApproveMutation, StatusUpdateApproveMutationVariables>;
export const StatusUpdateClaimDocument = new TypedDocumentString(`
    mutation StatusUpdateClaim($input: StatusUpdateClaimInput!) {
  statusUpdateClaim(input: $input) {
    statusUpdate {
      id
      version
      state
      claim {
        by
        since
        isMine
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateClaimMutation, StatusUpdateClaimMutationVariables>;
export const StatusUpdateCorrectDocument = new TypedDocumentString(`
    mutation StatusUpdateCorrect($input: StatusUpdateCorrectInput!) {
  statusUpdateCorrect(input: $input) {
    statusUpdate {
      id
      version
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateCorrectMutation, StatusUpdateCorrectMutationVariables>;
export const StatusUpdateHandOverDocument = new TypedDocumentString(`
    mutation StatusUpdateHandOver($input: StatusUpdateHandOverInput!) {
  statusUpdateHandOver(input: $input) {
    statusUpdate {
      id
      version
      state
      claim {
        by
        since
        isMine
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateHandOverMutation, StatusUpdateHandOverMutationVariables>;
export const StatusUpdateImportDocument = new TypedDocumentString(`
    mutation StatusUpdateImport($input: StatusUpdateImportInput!) {
  statusUpdateImport(input: $input) {
    institution {
      id
      code
      name
    }
    round {
      id
      code
    }
    version
    answers {
      criterion {
        code
        question {
          code
        }
      }
      before {
        value
        total
        choice
        text
        doesNotApply
        comment
      }
      after {
        value
        total
        choice
        text
        doesNotApply
        comment
      }
      changedMeanwhile
      row
    }
    problems {
      code
      sheet
      row
      column
      question
      message
    }
    submissionProblems {
      code
      field
      message
    }
    statusUpdate {
      id
      version
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateImportMutation, StatusUpdateImportMutationVariables>;
export const StatusUpdateReleaseDocument = new TypedDocumentString(`
    mutation StatusUpdateRelease($input: StatusUpdateClaimInput!) {
  statusUpdateRelease(input: $input) {
    statusUpdate {
      id
      version
      state
      claim {
        by
        since
        isMine
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateReleaseMutation, StatusUpdateReleaseMutationVariables>;
export const StatusUpdateReopenDocument = new TypedDocumentString(`
    mutation StatusUpdateReopen($input: StatusUpdateReopenInput!) {
  statusUpdateReopen(input: $input) {
    statusUpdate {
      id
      version
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateReopenMutation, StatusUpdateReopenMutationVariables>;
export const StatusUpdateReturnDocument = new TypedDocumentString(`
    mutation StatusUpdateReturn($input: StatusUpdateReturnInput!) {
  statusUpdateReturn(input: $input) {
    statusUpdate {
      id
      version
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateReturnMutation, StatusUpdateReturnMutationVariables>;
export const StatusUpdateSaveDocument = new TypedDocumentString(`
    mutation StatusUpdateSave($input: StatusUpdateSaveInput!) {
  statusUpdateSave(input: $input) {
    statusUpdate {
      id
      version
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateSaveMutation, StatusUpdateSaveMutationVariables>;
export const StatusUpdateSubmitDocument = new TypedDocumentString(`
    mutation StatusUpdateSubmit($input: StatusUpdateSubmitInput!) {
  statusUpdateSubmit(input: $input) {
    statusUpdate {
      id
      version
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateSubmitMutation, StatusUpdateSubmitMutationVariables>;
export const StatusUpdateTakeBackDocument = new TypedDocumentString(`
    mutation StatusUpdateTakeBack($input: StatusUpdateTakeBackInput!) {
  statusUpdateTakeBack(input: $input) {
    statusUpdate {
      id
      version
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateTakeBackMutation, StatusUpdateTakeBackMutationVariables>;
export const StatusUpdateWithdrawDocument = new TypedDocumentString(`
    mutation StatusUpdateWithdraw($input: StatusUpdateWithdrawInput!) {
  statusUpdateWithdraw(input: $input) {
    statusUpdate {
      id
      version
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdateWithdrawMutation, StatusUpdateWithdrawMutationVariables>;
export const StatusUpdatesDocument = new TypedDocumentString(`
    query StatusUpdates($filter: StatusUpdateFilter, $first: Int! = 20, $after: String) {
  statusUpdates(filter: $filter, first: $first, after: $after) {
    totalCount
    nodes {
      id
      revision
      submittedAt
      approvedAt
      institution {
        id
        code
        name
      }
      round {
        id
        code
        referenceDate
      }
      pillars {
        pillar
        points
        maxPoints
        stage
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdatesQuery, StatusUpdatesQueryVariables>;
export const TargetRemoveDocument = new TypedDocumentString(`
    mutation TargetRemove($input: TargetRemoveInput!) {
  targetRemove(input: $input) {
    plan {
      id
      version
      targets {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TargetRemoveMutation, TargetRemoveMutationVariables>;
export const TargetSetDocument = new TypedDocumentString(`
    mutation TargetSet($input: TargetSetInput!) {
  targetSet(input: $input) {
    target {
      id
      group
      pillar
      year
      dueOn
      percent
      sourceStatus
      plan {
        id
        version
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TargetSetMutation, TargetSetMutationVariables>;
export const UnitHistoryDocument = new TypedDocumentString(`
    query UnitHistory($code: String!, $kind: UnitKind, $on: LocalDate) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    id
    code
    kind
    name
    nameEn
    validFrom
    validTo
    legalDocument
    predecessors {
      effectiveOn
      extent
      legalDocument
      predecessor {
        id
        code
        name
        validTo
      }
    }
    successors {
      effectiveOn
      extent
      legalDocument
      successor {
        id
        code
        name
        validFrom
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitHistoryQuery, UnitHistoryQueryVariables>;
export const UnitProgressChangedDocument = new TypedDocumentString(`
    subscription UnitProgressChanged($unit: ID!) {
  unitProgressChanged(unit: $unit) {
    id
    name
    progress {
      asOf
      lines {
        group
        pillar
        institutions
        completed
        inReview
        percent
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitProgressChangedSubscription, UnitProgressChangedSubscriptionVariables>;
export const UnitsByCodeDocument = new TypedDocumentString(`
    query UnitsByCode($codes: [String!]!, $kind: UnitKind, $on: LocalDate) {
  administrativeUnitsByCode(codes: $codes, kind: $kind, on: $on) {
    code
    outcome
    administrativeUnit {
      id
      code
      kind
      name
      validFrom
      validTo
    }
    candidates {
      id
      kind
      name
    }
  }
}
    `) as unknown as TypedDocumentString<UnitsByCodeQuery, UnitsByCodeQueryVariables>;
export const UnitsProgressChangedDocument = new TypedDocumentString(`
    subscription UnitsProgressChanged($under: ID!) {
  unitsProgressChanged(under: $under, unitKind: COMMUNE) {
    id
    code
    name
    progress {
      asOf
      lines {
        group
        pillar
        institutions
        completed
        reported
        percent
        coveragePercent
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitsProgressChangedSubscription, UnitsProgressChangedSubscriptionVariables>;
export const UnitsSearchDocument = new TypedDocumentString(`
    query UnitsSearch($search: String!, $kind: UnitKind, $on: LocalDate, $first: Int! = 20, $after: String) {
  administrativeUnits(
    filter: {search: $search, kind: $kind, on: $on}
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      id
      code
      kind
      name
      parent {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<UnitsSearchQuery, UnitsSearchQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    email
    passwordChangeRequired
    secondFactorRequired
    grants {
      id
      role
      kinds
      validFrom
      validTo
      unit {
        id
        name
      }
      institution {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const WebhookCreateDocument = new TypedDocumentString(`
    mutation WebhookCreate($input: WebhookCreateInput!) {
  webhookCreate(input: $input) {
    webhook {
      id
      version
      url
      cursor
      disabledReason
    }
    secret
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookCreateMutation, WebhookCreateMutationVariables>;
export const WebhookDisableDocument = new TypedDocumentString(`
    mutation WebhookDisable($input: WebhookDisableInput!) {
  webhookDisable(input: $input) {
    webhook {
      id
      version
      url
      cursor
      disabledReason
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookDisableMutation, WebhookDisableMutationVariables>;
export const WebhookReplayDocument = new TypedDocumentString(`
    mutation WebhookReplay($input: WebhookReplayInput!) {
  webhookReplay(input: $input) {
    webhook {
      id
      version
      url
      cursor
      disabledReason
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookReplayMutation, WebhookReplayMutationVariables>;
export const WebhookUpdateDocument = new TypedDocumentString(`
    mutation WebhookUpdate($input: WebhookUpdateInput!) {
  webhookUpdate(input: $input) {
    webhook {
      id
      version
      url
      cursor
      disabledReason
    }
    secret
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookUpdateMutation, WebhookUpdateMutationVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks($first: Int = 20, $after: String) {
  webhooks(first: $first, after: $after) {
    nodes {
      id
      version
      url
      description
      createdAt
      cursor
      deliveredAt
      failures
      failingSince
      lastFailure
      nextAttemptAt
      disabledAt
      disabledReason
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WorkforceGapsDocument = new TypedDocumentString(`
    query WorkforceGaps($code: String!, $on: LocalDate, $year: Int!, $edition: String, $asOf: LocalDate, $first: Int! = 20, $after: String) {
  administrativeUnit(code: $code, on: $on) {
    id
    name
    workforceIndex(year: $year, edition: $edition, asOf: $asOf) {
      points
      maximumPoints
      gaps(first: $first, after: $after) {
        totalCount
        nodes {
          key
          kind
          rank
          tied
          components
          leastPoints
          mostPoints
          owner
          institution {
            id
            code
            name
          }
          cure {
            input
            value
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceGapsQuery, WorkforceGapsQueryVariables>;
export const WorkforceHistoryDocument = new TypedDocumentString(`
    query WorkforceHistory($code: String!, $on: LocalDate, $first: Int! = 50, $after: String) {
  administrativeUnit(code: $code, on: $on) {
    id
    workforce {
      canCreate
      allRecords(removed: true, first: $first, after: $after) {
        totalCount
        nodes {
          id
          kind
          tier
          audience
          agency
          topic
          validFrom
          validTo
          removed
          version
          note
          canUpdate
          versions {
            version
            validFrom
            validTo
            counts {
              quantity
              value
            }
            source
            sourceStatus
            note
            removed
            recordedAt
            supersededAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceHistoryQuery, WorkforceHistoryQueryVariables>;
export const WorkforceImportTemplateDocument = new TypedDocumentString(`
    query WorkforceImportTemplate {
  workforceImportTemplate {
    content
    columns {
      name
      required
      meaning
      values
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceImportTemplateQuery, WorkforceImportTemplateQueryVariables>;
export const WorkforceImportDocument = new TypedDocumentString(`
    mutation WorkforceImport($input: WorkforceImportInput!) {
  workforceImport(input: $input) {
    workforceImport {
      dryRun
      created
      updated
      unchanged
      rows {
        row
        outcome
        unit {
          id
          code
          name
        }
        kind
        tier
        audience
        agency
        topic
        validFrom
        changes {
          column
          before
          after
        }
      }
    }
    problems {
      row
      column
      value
      code
      message
    }
    findings {
      row
      column
      value
      code
      message
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceImportMutation, WorkforceImportMutationVariables>;
export const WorkforceIndexDocument = new TypedDocumentString(`
    query WorkforceIndex($code: String!, $on: LocalDate, $year: Int!, $edition: String, $asOf: LocalDate, $knownAt: DateTime, $first: Int! = 20) {
  administrativeUnit(code: $code, on: $on) {
    id
    name
    workforceIndex(year: $year, edition: $edition, asOf: $asOf, knownAt: $knownAt) {
      asOf
      knownAt
      edition {
        code
        version
        name
        sourceStatus
      }
      points
      maximumPoints
      index
      withheld
      published {
        value
        rank
        ofHowMany
        source
        note
      }
      components {
        code
        name
        state
        points
        maximumPoints
        withheld
        inputs {
          name
          state
          value
          withheld
          expired
        }
        ledger(first: $first) {
          totalCount
          nodes {
            points
            input
            record {
              id
              source
            }
            update {
              id
            }
            institution {
              id
              name
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        notes {
          source
          sourceStatus
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceIndexQuery, WorkforceIndexQueryVariables>;
export const WorkforceRecordCreateDocument = new TypedDocumentString(`
    mutation WorkforceRecordCreate($input: WorkforceRecordCreateInput!) {
  workforceRecordCreate(input: $input) {
    workforceRecord {
      id
      version
      removed
      validFrom
      validTo
      counts {
        quantity
        value
      }
      source
      sourceStatus
      note
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceRecordCreateMutation, WorkforceRecordCreateMutationVariables>;
export const WorkforceRecordRemoveDocument = new TypedDocumentString(`
    mutation WorkforceRecordRemove($input: WorkforceRecordRemoveInput!) {
  workforceRecordRemove(input: $input) {
    workforceRecord {
      id
      version
      removed
      validFrom
      validTo
      counts {
        quantity
        value
      }
      source
      sourceStatus
      note
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceRecordRemoveMutation, WorkforceRecordRemoveMutationVariables>;
export const WorkforceRecordUpdateDocument = new TypedDocumentString(`
    mutation WorkforceRecordUpdate($input: WorkforceRecordUpdateInput!) {
  workforceRecordUpdate(input: $input) {
    workforceRecord {
      id
      version
      removed
      validFrom
      validTo
      counts {
        quantity
        value
      }
      source
      sourceStatus
      note
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceRecordUpdateMutation, WorkforceRecordUpdateMutationVariables>;
export const WorkforceWhatIfDocument = new TypedDocumentString(`
    query WorkforceWhatIf($code: String!, $on: LocalDate, $year: Int!, $edition: String, $asOf: LocalDate, $assume: [IndexAssumption!]!) {
  administrativeUnit(code: $code, on: $on) {
    id
    name
    real: workforceIndex(year: $year, edition: $edition, asOf: $asOf) {
      points
      index
      hypothetical
    }
    assumed: workforceIndex(
      year: $year
      edition: $edition
      asOf: $asOf
      assume: $assume
    ) {
      points
      index
      hypothetical
      components {
        code
        state
        points
        inputs {
          name
          value
          assumed
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceWhatIfQuery, WorkforceWhatIfQueryVariables>;
export const WorkforceDocument = new TypedDocumentString(`
    query Workforce($code: String!, $on: LocalDate, $asOf: LocalDate, $kind: WorkforceRecordKind, $first: Int! = 50, $after: String) {
  administrativeUnit(code: $code, on: $on) {
    id
    name
    workforce(asOf: $asOf) {
      asOf
      knownAt
      records(kind: $kind, first: $first, after: $after) {
        totalCount
        nodes {
          id
          kind
          tier
          audience
          agency
          topic
          validFrom
          validTo
          counts {
            quantity
            value
            withheld
          }
          source
          sourceStatus
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceQuery, WorkforceQueryVariables>;