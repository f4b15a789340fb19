import type { RefusalCatalogue } from './catalogue.ts';

/*
 * Texts about a row of a roster have two halves, `what is wrong；what to do`: the error sheet shows them in two columns.
 */

/** Why a file is not read as a roster at all. */
const fileRefusals = {
  ROSTER_FILE_UNREADABLE: { status: 415, zh: '无法按 .xlsx 花名册读取该文件；请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”再上传', en: 'The file cannot be read as an .xlsx workbook; open it and save it as .xlsx again' },
  ROSTER_FILE_OLD_FORMAT: { status: 415, zh: '这是旧版 .xls 格式；请另存为“Excel 工作簿（.xlsx）”再上传', en: 'This is the old .xls format; save it as .xlsx' },
  ROSTER_FILE_ENCRYPTED: { status: 422, zh: '文件设有打开密码；请取消密码后再上传', en: 'The file is protected by a password; remove it and upload again' },
  ROSTER_FILE_MACRO: { status: 422, zh: '文件含有宏或嵌入对象；请另存为不含宏的 .xlsx 再上传', en: 'The file holds macros or embedded objects; save it as a plain .xlsx' },
  ROSTER_FILE_EXTERNAL_LINK: { status: 422, zh: '文件链接了其他工作簿；请在“数据—编辑链接”中断开链接后再上传', en: 'The file links to other workbooks; break the links and upload again' },
  ROSTER_FILE_TOO_LARGE: { status: 413, zh: '文件超过 {megabytes} MB；请删除图片和多余工作表，或分成几份上传', en: 'The file is larger than {megabytes} MB; remove pictures and other sheets, or split it' },
  ROSTER_FILE_UNPACKED_TOO_LARGE: { status: 413, zh: '文件解压后过大；请新建工作簿，只粘贴花名册内容后再上传', en: 'The file unpacks to too much; paste the roster into a new workbook and upload that' },
  ROSTER_FILE_TOO_COMPLEX: { status: 422, zh: '文件过于复杂，未能在限定的时间和内存内读完；请新建工作簿，只粘贴花名册内容后再上传', en: 'The file could not be read within the limits of time and memory; paste the roster into a new workbook and upload that' },
  ROSTER_TOO_MANY_ROWS: { status: 413, zh: '花名册超过 {limit} 行；请分成几份上传', en: 'The roster has more than {limit} rows; split it' },
  ROSTER_TOO_MANY_COLUMNS: { status: 413, zh: '花名册超过 {limit} 列；请删除多余的列', en: 'The roster has more than {limit} columns; delete the extra ones' },
  ROSTER_CELL_TOO_LONG: { status: 413, zh: '有单元格内容超过 32767 个字符；请删减后再上传', en: 'A cell holds more than 32,767 characters; shorten it' },
  ROSTER_HEADER_MISSING: { status: 422, zh: '前 10 行中没有找到完整的表头，缺少：{columns}；请使用花名册模板的列名', en: 'No complete header within the first 10 rows, missing: {columns}; use the headings of the template' },
  ROSTER_TEMPLATE_VERSION: { status: 422, zh: '模板版本 {found} 已不适用；请下载 {current} 版模板重新填报', en: 'Template version {found} is not supported; use version {current}' },
  ROSTER_EMPTY: { status: 422, zh: '表头下面没有学员；请填写后再上传', en: 'There is nobody below the header; fill in the roster' },
} as const satisfies RefusalCatalogue;

/** What may be wrong with one row. Status 422 wherever a row's finding is the answer itself. */
const rowRefusals = {
  ROSTER_VALUE_MISSING: { status: 422, zh: '必填项为空；请填写', en: 'A required value is missing; fill it in' },
  ROSTER_CELL_ERROR: { status: 422, zh: '单元格显示为错误值（如 #N/A）；请改为直接填写的内容', en: 'The cell shows an error value such as #N/A; type the value' },
  ROSTER_FORMULA_CELL: { status: 422, zh: '单元格是公式；请复制后“选择性粘贴—数值”', en: 'The cell holds a formula; paste its value instead' },
  ROSTER_NAME_FORMAT: { status: 422, zh: '姓名含有不能用于姓名的字符；请对照身份证原件录入', en: 'The name holds characters no name has; copy it from the identity document' },
  ROSTER_ID_TYPE_UNSUPPORTED: { status: 422, zh: '证件类型不受理；请填写居民身份证、港澳台居民居住证或外国人永久居留身份证', en: 'This kind of document is not accepted; use an identity card, a residence permit of Hong Kong, Macao or Taiwan residents, or a permanent residence card' },
  ROSTER_ID_NUMERIC_CELL: { status: 422, zh: '证件号码是数字格式，末几位已被 Excel 改为0；请将整列设为文本后重新录入', en: 'The number is a numeric cell and Excel has turned its last digits into 0; format the column as text and type it again' },
  ROSTER_ID_LENGTH: { status: 422, zh: '证件号码应为18位，现为{length}位；请对照身份证原件核对', en: 'The number must have 18 characters, it has {length}; compare it with the card' },
  ROSTER_ID_15_DIGIT: { status: 422, zh: '这是15位旧身份证号码；请填写18位号码', en: 'This is an old 15-digit number; give the 18-digit one' },
  ROSTER_ID_CHECKSUM: { status: 422, zh: '第18位校验码应为{expected}；请对照身份证原件核对', en: 'The 18th character should be {expected}; compare the number with the card' },
  ROSTER_ID_BIRTHDATE: { status: 422, zh: '号码中的出生日期不存在；请对照身份证原件核对', en: 'The date of birth inside the number does not exist; compare it with the card' },
  ROSTER_GENDER_MISMATCH: { status: 422, zh: '性别与证件号码不一致；请核对号码和性别', en: 'The sex differs from the one in the number; check both' },
  ROSTER_BIRTHDATE_MISMATCH: { status: 422, zh: '出生日期与证件号码不一致；请核对', en: 'The date of birth differs from the one in the number; check both' },
  ROSTER_AGE_UNDER: { status: 422, zh: '到 {on} 未满 {minimum} 周岁；该人员不能参加，请从花名册删除', en: 'Not yet {minimum} years old on {on}; take the person off the roster' },
  ROSTER_AGE_OVER: { status: 422, zh: '到 {on} 已超过 {maximum} 周岁；该人员不能参加，请从花名册删除', en: 'Older than {maximum} years on {on}; take the person off the roster' },
  ROSTER_PHONE_FORMAT: { status: 422, zh: '联系电话不是11位手机号，也不是带区号的固定电话；请核对', en: 'The number is neither an 11-digit mobile number nor a landline with area code; check it' },
  ROSTER_PHONE_SHARED: { status: 422, zh: '有 {people} 人使用同一联系电话；请核对是否本人号码', en: '{people} people share this telephone number; check that it is their own' },
  ROSTER_CATEGORY_UNKNOWN: { status: 422, zh: '人员类别不在适用政策所列范围内；请从下拉列表选择', en: 'The category is not one of the policy in force; choose from the list' },
  ROSTER_CATEGORY_PROOF_MISSING: { status: 422, zh: '该人员类别须填写类别证明号；请补填', en: 'This category needs the number of its proof; fill it in' },
  ROSTER_TOWNSHIP_UNKNOWN: { status: 422, zh: '常住乡镇/村不在本县名录内；请核对', en: 'The township is not one of the county; check it' },
  ROSTER_OCCUPATION_MISMATCH: { status: 422, zh: '申报工种与本班工种“{expected}”不一致；请核对', en: 'The occupation differs from the class occupation "{expected}"; check it' },
  ROSTER_CARD_FORMAT: { status: 422, zh: '社保卡号/银行账号格式有误或是数字格式；请将整列设为文本后重新录入', en: 'The account number is malformed or a numeric cell; format the column as text and type it again' },
  ROSTER_CARD_LUHN: { status: 422, zh: '银行账号校验位不符；请对照卡片核对', en: 'The check digit of the account number is wrong; compare it with the card' },
  ROSTER_DUP_IN_FILE: { status: 422, zh: '与第 {first} 行是同一人；请删除其中一行', en: 'The same person as in row {first}; delete one of the two' },
  ROSTER_DUP_SAME_CLASS: { status: 422, zh: '该人员已在本班名单内；请删除此行', en: 'The person is already enrolled in this class; delete the row' },
  ROSTER_OVERLAP_CLASS: { status: 422, zh: '该人员已在同期的其他班（{classNumber}，{from} 至 {to}）；请从花名册删除，或待该班结束后再报', en: 'The person is enrolled in another class at the same time ({classNumber}, {from} to {to}); take the person off, or wait for its end' },
  ROSTER_TEACHER_AS_TRAINEE: { status: 422, zh: '该人员是本班的授课教师；请从花名册删除', en: 'The person teaches this class; take the person off the roster' },
  ROSTER_CLASS_OVER_CAPACITY: { status: 422, zh: '人数 {people} 超过本班上限 {capacity}；请减少人数或分班', en: '{people} people are more than the class may hold ({capacity}); reduce or split it' },
} as const satisfies RefusalCatalogue;

/** What the acts on trainees answer. */
const actRefusals = {
  ROSTER_NOT_OPEN: { status: 409, zh: '开班申请已提交或已批准，花名册不能再改；如需更改请先撤回申请', en: 'The opening is filed or approved, the roster is closed; withdraw the filing first' },
  ROSTER_HAS_ERRORS: { status: 422, zh: '{errors} 行未通过校验；请更正后重新上传，或选择只导入通过的 {valid} 人', en: '{errors} rows failed; correct and upload again, or import only the {valid} people who passed' },
  ROSTER_NOBODY_VALID: { status: 422, zh: '没有通过校验的人员；请更正后重新上传', en: 'Nobody passed; correct the roster and upload again' },
  ROSTER_IMPORT_CLOSED: { status: 409, zh: '该次导入已{state}；请重新上传花名册', en: 'This import is already {state}; upload the roster again' },
  ROSTER_CHANGED_MEANWHILE: { status: 409, zh: '校验之后有人员被编入同期的班；请重新上传花名册校验', en: 'Since validation somebody was enrolled in a class at the same time; upload the roster again' },
  ENROLLMENT_OVERLAP: { status: 409, zh: '该人员在同一时段已编入其他班；请先核对其参训情况', en: 'The person is already enrolled in a class at the same time; check that first' },
  ENROLLMENT_FIXED: { status: 409, zh: '编班人员和时段不可更改；请先除名再重新编班', en: 'Person, class and span of an enrollment cannot change; exclude it and enroll again' },
  ENROLLMENT_NOT_ACTIVE: { status: 409, zh: '该人员已不在本班；请刷新名单', en: 'The person is no longer in this class; reload the list' },
  ENROLLMENT_EVIDENCED: { status: 409, zh: '考核结果或证书已登记，不能再除名；请联系人社部门', en: 'Results or certificates are recorded, the person can no longer be excluded; turn to the bureau' },
  PERSON_FIXED: { status: 409, zh: '身份信息不可更改；请按更正程序办理', en: 'Identity data cannot be changed; use the correction procedure' },
  VOUCHER_STEP_FORBIDDEN: { status: 409, zh: '电子券当前为“{from}”，不能变为“{to}”；请刷新后核对', en: 'The voucher is "{from}" and cannot become "{to}"; reload and check' },
  VOUCHER_VERSION: { status: 409, zh: '电子券刚被更新；请刷新后重试', en: 'The voucher has just changed; reload and try again' },
  VOUCHER_FIXED: { status: 409, zh: '电子券的持有人和班级不可更改', en: 'Holder and class of a voucher cannot change' },
  VOUCHER_TOO_EARLY: { status: 409, zh: '尚不能验券：须先完成{awaits}；请等待审批结果', en: 'Vouchers cannot be verified before {awaits}; wait for it' },
  VOUCHER_UNKNOWN: { status: 422, zh: '未找到该电子券或不属于本班；请核对券号', en: 'No such voucher in this class; check its code' },
  VOUCHER_NOBODY: { status: 422, zh: '没有可以办理的电子券；请刷新名单', en: 'No voucher to act on; reload the list' },
  ATTENDANCE_NOT_BEGUN: { status: 409, zh: '本班开班申请尚未批准；批准后才能登记考勤', en: 'The opening is not approved; attendance counts from then on' },
  ATTENDANCE_DAY_NOT_PLANNED: { status: 422, zh: '{day} 不是本班课程表内的培训日；请核对日期或先调整课程表', en: '{day} is not a class day of the timetable; check the date' },
  ATTENDANCE_IN_FUTURE: { status: 422, zh: '打卡时间晚于当前时间；请核对设备时钟', en: 'The event is in the future; check the clock of the device' },
  ATTENDANCE_PERSON_UNKNOWN: { status: 422, zh: '该人员不在本班名单内；请核对', en: 'The person is not enrolled in this class; check it' },
  ATTENDANCE_VOUCHER_UNVERIFIED: { status: 422, zh: '该人员的电子券尚未验证；请先验券', en: 'The voucher of this person is not verified; verify it first' },
  ATTENDANCE_CLOSED: { status: 409, zh: '结业申请已提交，考勤不再接收；如有遗漏请先撤回结业申请', en: 'The completion is filed, attendance is closed; withdraw the filing to add to it' },
  ATTENDANCE_EVENT_REUSED: { status: 422, zh: '该设备事件编号已用于另一条记录；请为每次打卡使用不同编号', en: 'This device event id was used for another event; give each event its own' },
  ATTENDANCE_IMMUTABLE: { status: 409, zh: '考勤记录不可更改或删除', en: 'Attendance cannot be changed or deleted' },
  ASSESSMENT_TOO_EARLY: { status: 409, zh: '结业申请未经审核通过，不得组织考核评价；请等待审核结果', en: 'No assessment before the completion is approved; wait for the decision', clause: '忻人社函〔2024〕29号 二（二）（3）' },
  ASSESSMENT_COMPLETE: { status: 409, zh: '本班考核结果已全部登记，不能再改；如有错误请联系人社部门', en: 'All results of the class are recorded and closed; turn to the bureau for a correction' },
  ASSESSMENT_INCOMPLETE: { status: 409, zh: '仍有人员没有考核结果，请登记后再办结', en: 'Some persons have no result yet; record them first' },
  ASSESSMENT_INVALID: { status: 422, zh: '有 {errors} 条考核结果有误，全部未登记；请按所列更正后重新提交', en: '{errors} results are wrong, none was recorded; correct them and submit again' },
  ASSESSMENT_PERSON_UNKNOWN: { status: 422, zh: '该人员不在结业名单内；请核对', en: 'The person is not on the completion roster; check it' },
  ASSESSMENT_TWICE: { status: 422, zh: '同一人员出现两次；请保留一条', en: 'The same person twice; keep one' },
  ASSESSMENT_DATE: { status: 422, zh: '考核日期应在结业审核通过之后且不晚于今天；请核对', en: 'The date must be after the approval of the completion and not after today; check it' },
  ASSESSMENT_NO_BODY: { status: 409, zh: '本班未选定评价机构；请在结业申请中选定', en: 'The class has no evaluation body; choose one in the completion filing' },
  ASSESSMENT_NOT_ACCEPTED: { status: 409, zh: '请先接收结业名单再登记结果', en: 'Accept the list before recording results' },
  CERTIFICATE_WITHOUT_PASS: { status: 422, zh: '该人员考核未合格，不能登记证书；请核对', en: 'The person did not pass, no certificate can be recorded; check it' },
  CERTIFICATE_NUMBER_TAKEN: { status: 422, zh: '证书编号已登记；请核对编号', en: 'The certificate number is already recorded; check it' },
  CERTIFICATE_DATE: { status: 422, zh: '发证日期不能早于考核日期或晚于今天；请核对', en: 'The date of issue must not be before the assessment or after today; check it' },
  CERTIFICATE_FIXED: { status: 409, zh: '证书信息不可更改', en: 'Certificates cannot be changed' },
  EMPLOYMENT_CONTRACT_SHORT: { status: 422, zh: '劳动合同期限不足 {minimum} 个月；请提供一年以上期限劳动合同，或工资支付、社会保险缴纳证明', en: 'The contract is shorter than {minimum} months; give one of a year or more, or proof of wages or social insurance', clause: '忻人社函〔2024〕29号 三（一）' },
  EMPLOYMENT_TERM_MISSING: { status: 422, zh: '劳动合同须填写期限（月）；请填写', en: 'A contract needs its term in months; fill it in' },
  EMPLOYMENT_TERM_NOT_HERE: { status: 422, zh: '只有劳动合同填写期限，请删除 termMonths', en: 'Only a contract has a term; leave termMonths out' },
  EMPLOYMENT_DATES: { status: 422, zh: '就业日期不能晚于今天；请核对', en: 'The date of employment must not be after today; check it' },
  EMPLOYMENT_TOO_EARLY: { status: 409, zh: '结业审核通过后才能登记就业证明；请等待审核结果', en: 'Employment is recorded after the completion is approved; wait for it' },
  EMPLOYMENT_FIXED: { status: 409, zh: '就业证明不可更改，只能作废后重新登记', en: 'A proof of employment cannot change; void it and record it again' },
} as const satisfies RefusalCatalogue;

/** Refusals of the trainee domain: rosters, vouchers, attendance, assessment, employment. */
export const traineeRefusals = { ...fileRefusals, ...rowRefusals, ...actRefusals } as const satisfies RefusalCatalogue;
