"""A believable assessment of a county bureau: nine sections, forty rules, some sixty findings."""

from __future__ import annotations

import datetime as dt
import hashlib
from decimal import Decimal

from zhenggai.model.assessment import (
    AspectResult,
    Assessment,
    Attestation,
    BasisLine,
    ChecklistInfo,
    EvidenceTitle,
    Finding,
    Location,
    Result,
    Status,
    ToolInfo,
    UnitInfo,
    Verdict,
    WaiverNote,
)
from zhenggai.model.checklist import Scoring
from zhenggai.model.plan import PeriodSpan, Plan, PlannedRule, PlannedSection, PluginInfo
from zhenggai.model.raw import TroubleKind
from zhenggai.model.rule import Aspect, Basis, Rule, RuleFile
from zhenggai.model.source import (
    ColumnMatch,
    DocumentRecord,
    RowCounts,
    SheetRecord,
    Source,
    TroubleRecord,
)
from zhenggai.scoring import score

AS_OF = dt.date(2026, 11, 24)
PERIOD = PeriodSpan(text="2026", start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31))

SECTIONS = (
    ("finance", "财务管理", "Finance"),
    ("cadre", "选人用人", "Cadre selection"),
    ("party", "党的建设", "Party building"),
    ("food", "食品安全监管", "Food safety"),
    ("drugs", "药品安全监管", "Drug safety"),
    ("ip", "知识产权", "Intellectual property"),
    ("enforcement", "行政执法", "Enforcement"),
    ("service", "服务企业", "Enterprise service"),
    ("rectification", "整改落实", "Rectification"),
)

TITLES = {name: title for name, title, _ in SECTIONS}

# fmt: off
# section, slug, title, English title, severity, mode, veto, ok, violations, doubts, gaps, special
RULES = (
    ("finance", "reception-standard", "公务接待陪餐人数和标准合规", "Receptions keep to the limits on companions and cost", "major", "ratio", False, 113, 6, 0, 1, ""),
    ("finance", "split-purchase", "不得化整为零规避政府采购", "Purchases are not split to avoid tendering", "critical", "all_or_nothing", False, 41, 2, 1, 0, ""),
    ("finance", "travel-subsidy", "差旅补助按实际天数发放", "Travel allowances match the days travelled", "major", "ratio", False, 207, 4, 0, 0, ""),
    ("finance", "invoice-duplicate", "发票不得重复报销", "No invoice is paid twice", "critical", "per_finding", False, 588, 1, 2, 0, ""),
    ("finance", "asset-register", "固定资产账实相符", "Fixed assets agree with the register", "major", "ratio", False, 320, 3, 0, 2, ""),
    ("finance", "small-treasury", "收入全部纳入账内核算", "All income is booked", "critical", "all_or_nothing", True, 0, 0, 0, 0, "missing"),
    ("cadre", "selection-steps", "选拔任用程序完整且时间有序", "Selection steps are complete and in order", "critical", "all_or_nothing", True, 9, 1, 0, 0, ""),
    ("cadre", "personal-matters", "领导干部个人有关事项按期报告", "Personal matters are reported on time", "major", "ratio", False, 31, 2, 0, 0, ""),
    ("cadre", "archive-check", "任前档案审核有记录", "Files are checked before appointment", "major", "ratio", False, 10, 0, 0, 0, ""),
    ("cadre", "part-time", "兼职审批手续齐全", "Outside posts are approved", "minor", "ratio", False, 0, 0, 0, 0, "na"),
    ("party", "three-meetings", "“三会一课”按期召开", "Branch meetings are held on time", "major", "ratio", False, 44, 4, 0, 0, ""),
    ("party", "theme-day", "主题党日每月开展", "Theme days are held monthly", "minor", "ratio", False, 40, 2, 0, 0, ""),
    ("party", "study-centre", "理论学习中心组学习每季度不少于一次", "The study group meets each quarter", "major", "all_or_nothing", False, 3, 0, 0, 0, ""),
    ("party", "dues", "党费足额按月收缴", "Dues are paid monthly in full", "minor", "ratio", False, 530, 5, 0, 3, ""),
    ("party", "talks", "谈心谈话全覆盖", "Talks reach everyone", "minor", "ratio", False, 0, 0, 0, 0, "manual"),
    ("food", "inspection-frequency", "监督检查频次达到风险等级要求", "Inspections are as frequent as the risk demands", "critical", "ratio", False, 412, 5, 0, 0, ""),
    ("food", "sampling-disposal", "抽检不合格在法定期限内处置", "Failed samples are dealt with in time", "critical", "per_finding", False, 37, 3, 0, 0, ""),
    ("food", "school-canteen", "学校食堂每学期全覆盖检查", "School canteens are all inspected each term", "critical", "all_or_nothing", True, 63, 0, 0, 0, ""),
    ("food", "permit-expiry", "食品经营许可证在有效期内", "Permits are valid", "major", "ratio", False, 890, 3, 4, 0, ""),
    ("food", "traceability", "进货查验记录完整", "Purchase records are complete", "major", "ratio", False, 0, 0, 0, 0, "unread"),
    ("drugs", "drugstore-inspection", "零售药店检查全覆盖", "Every drugstore is inspected", "major", "ratio", False, 118, 2, 0, 0, ""),
    ("drugs", "prescription", "处方药凭处方销售", "Prescription drugs are sold on prescription", "major", "ratio", False, 264, 3, 1, 0, ""),
    ("drugs", "cold-chain", "冷链药品温度记录连续", "Cold chain records are continuous", "critical", "all_or_nothing", False, 29, 0, 0, 0, ""),
    ("drugs", "adverse-events", "不良反应监测按时上报", "Adverse events are reported on time", "minor", "ratio", False, 52, 0, 0, 0, ""),
    ("ip", "patent-rights", "专利侵权纠纷在期限内办结", "Patent disputes are closed in time", "major", "ratio", False, 7, 1, 0, 0, ""),
    ("ip", "trademark-agency", "商标代理机构监管有记录", "Trademark agents are supervised", "minor", "ratio", False, 5, 0, 0, 0, ""),
    ("ip", "geographic-indications", "地理标志用标企业检查", "Users of geographical indications are checked", "minor", "ratio", False, 0, 0, 0, 0, "pending"),
    ("enforcement", "case-time-limit", "案件在法定期限内办结", "Cases are closed in time", "critical", "ratio", False, 141, 4, 0, 2, ""),
    ("enforcement", "two-officers", "两名以上执法人员参与", "At least two officers take part", "critical", "all_or_nothing", False, 147, 0, 0, 0, ""),
    ("enforcement", "legal-review", "重大处罚经法制审核", "Major penalties pass legal review", "critical", "per_finding", True, 12, 0, 0, 0, ""),
    ("enforcement", "publicity", "处罚信息七个工作日内公示", "Penalties are published within seven working days", "major", "ratio", False, 138, 3, 0, 0, ""),
    ("enforcement", "discretion", "自由裁量说明理由", "Discretion is reasoned", "major", "ratio", False, 0, 0, 0, 0, "error"),
    ("service", "licence-time", "营业执照一个工作日办结", "Licences are issued in one working day", "minor", "ratio", False, 1204, 2, 0, 0, ""),
    ("service", "complaints", "投诉举报按期答复", "Complaints are answered in time", "major", "ratio", False, 402, 3, 0, 0, ""),
    ("service", "fees", "涉企收费有目录依据", "Charges rest on the list", "major", "all_or_nothing", False, 18, 0, 0, 0, ""),
    ("service", "visits", "走访企业问题闭环", "Matters raised on visits are closed", "minor", "ratio", False, 0, 0, 0, 0, "stale"),
    ("rectification", "measures", "整改措施有责任人和期限", "Measures have owners and deadlines", "major", "ratio", False, 23, 1, 0, 0, ""),
    ("rectification", "figures", "整改报告数据与佐证一致", "Figures in the report agree with the evidence", "critical", "all_or_nothing", False, 11, 0, 3, 0, ""),
    ("rectification", "closing", "销号有验收材料", "Closing has proof of acceptance", "major", "ratio", False, 19, 0, 0, 0, ""),
    ("rectification", "relapse", "已销号问题不反弹", "Closed matters do not come back", "critical", "all_or_nothing", False, 0, 0, 0, 0, "not_run"),
)
# fmt: on

PEOPLE = (
    "办公室 王敏",
    "财务股 李建国",
    "人事股 张丽",
    "食品股 陈伟",
    "药械股 刘洋",
    "执法大队 赵强",
)
SPECIAL = {
    "missing": Status.INSUFFICIENT,
    "unread": Status.INSUFFICIENT,
    "na": Status.NOT_APPLICABLE,
    "pending": Status.NOT_APPLICABLE,
    "manual": Status.MANUAL,
    "error": Status.ERROR,
    "stale": Status.STALE,
    "not_run": Status.NOT_RUN,
}


def assessment(*, times: int = 1, poison: str = "", mended: int = 0) -> Assessment:
    """The sample; each rule's findings `times` over, `poison` in every text, some `mended`."""
    made = [_result(number, row, times, poison, mended) for number, row in enumerate(RULES)]
    results, scorecard = score([result for result, _ in made], _plan([rule for _, rule in made]))
    return Assessment(
        tool=ToolInfo(version="0.1.0"),
        as_of=AS_OF,
        period=PERIOD,
        checklist=ChecklistInfo(
            id="county-market-supervision",
            title="县级市场监管部门自查清单" + poison,
            digest="c" * 64,
        ),
        plugins=tuple(
            PluginInfo(id=name, title=title, version="0.1.0", digest=_hash(name), origin="package")
            for name, title, _ in SECTIONS
        ),
        unit=UnitInfo(id="example", name="示例县市场监督管理局" + poison),
        evidence={
            "finance.reception_ledger": EvidenceTitle(
                title="国内公务接待台账" + poison, title_en="Reception ledger"
            ),
            "finance.bank_statement": EvidenceTitle(title="银行对账单", title_en="Bank statement"),
            "food.purchase_record": EvidenceTitle(title="进货查验记录", title_en="Purchase record"),
        },
        sources=_sources(poison),
        results=results,
        scorecard=scorecard,
        notes=("2026年10月国庆假期按国务院办公厅通知计算工作日。" + poison,),
    )


def _plan(rules: list[PlannedRule]) -> Plan:
    return Plan(
        unit_id="example",
        unit_name="示例县市场监督管理局",
        checklist_id="county-market-supervision",
        checklist_title="县级市场监管部门自查清单",
        checklist_digest="c" * 64,
        as_of=AS_OF,
        period=PERIOD,
        sections=tuple(PlannedSection(id=i, title=t, title_en=e) for i, t, e in SECTIONS),
        rules=tuple(rules),
        evidence={},
        scoring=Scoring(),
        scoring_digest="5" * 64,
        plugins=(),
    )


def _result(number, row, times, poison, mended) -> tuple[Result, PlannedRule]:
    section, slug, title, title_en, severity, mode, veto, ok, violations, doubts, gaps, special = (
        row
    )
    violations = max(0, violations - mended) * times
    rule = f"{section}.{slug}"
    missing = {"missing": ("finance.bank_statement",)}.get(special, ())
    unread = {"unread": ("食品/进货查验记录扫描件.pdf",)}.get(special, ())
    status = SPECIAL.get(special) or (
        Status.FAIL if violations else Status.INSUFFICIENT if gaps else Status.PASS
    )
    findings = tuple(
        _finding(rule, severity, n, Verdict.VIOLATION if n < violations else Verdict.DOUBT, poison)
        for n in range(violations + doubts)
    )
    undecided = tuple(_finding(rule, severity, 900 + n, Verdict.GAP, poison) for n in range(gaps))
    aspect = AspectResult(
        aspect="main",
        title=title + poison,
        status=status,
        examined=ok + violations + doubts + gaps + (3 if special == "pending" else 0),
        ok=ok,
        violations=violations,
        doubts=doubts,
        gaps=gaps,
        pending=3 if special == "pending" else 0,
        falls_due=dt.date(2026, 12, 31) if special == "pending" else None,
        missing_evidence=missing,
        unread_sources=unread,
        error="时间超过30秒，已停止" + poison if special == "error" else "",
        reason="年度尚未结束" + poison if special == "pending" else "",
    )
    result = Result(
        rule=rule,
        plugin=section,
        title=title + poison,
        title_en=title_en + poison,
        section=section,
        severity=severity,
        status=status,
        reason={
            "stale": "材料止于2026年6月，已过有效期",
            "na": "本单位无兼职人员（局党组会议纪要）",
        }.get(special, "")
        + poison,
        points=Decimal(0),
        veto=veto,
        aspects=() if special == "not_run" else (aspect,),
        findings=findings,
        gaps=undecided,
        params={"meal_cap": 130},
        attestations=(Attestation(question="是否已对全体干部开展谈心谈话？" + poison),)
        if special == "manual"
        else (),
        rule_digest=_hash(rule),
    )
    file = RuleFile(
        id=rule,
        title=title,
        title_en=title_en,
        severity=severity,
        kind="table",
        since="0.1",
        rectify="改正",
        basis=(Basis(document="办法"),),
        aspects={"main": Aspect(title=title, message="m")},
    )
    planned = PlannedRule(
        rule=Rule(file=file, queries=(), folder="f", digest=_hash(rule)),
        section=section,
        points=Scoring().points[severity],
        mode=mode,
        veto=veto,
    )
    return result, planned


def _finding(rule: str, severity, n: int, verdict: Verdict, poison: str) -> Finding:
    section = rule.partition(".")[0]
    line = 5 + n * 3
    day = dt.date(2026, 1, 5) + dt.timedelta(days=(n * 17 + len(rule)) % 300)
    message, message_en, cells, values, amount = _told(rule, n, line, day)
    return Finding(
        fingerprint=_hash(f"{rule}/{n}")[:16],
        rule=rule,
        aspect="main",
        verdict=verdict,
        severity=severity,
        key=f"{day}|记-{100 + n}" + poison,
        owner=PEOPLE[(n + len(rule)) % len(PEOPLE)] + poison,
        amount=amount,
        message=message + poison,
        message_en=message_en + poison,
        rectify="核对原始凭证，超标准部分由责任人退回，并在财务系统中增加事前审批环节。" + poison,
        fact_date=day,
        due=dt.date(2026, 12, 20) if n % 2 else None,
        basis=(
            BasisLine(
                cite="《党政机关国内公务接待管理规定》第十条" + poison,
                fact="接待对象十人以内的，陪餐不超过三人；超过十人的，不超过接待对象人数的三分之一",
                status="verified",
            ),
        )
        if section == "finance"
        else (BasisLine(cite=f"《{section}监督管理办法》第二十一条（待核）", status="secondary"),),
        locations=(
            Location(
                path=f"{section}/{TITLES[section]}台账2026.xlsx" + poison,
                sheet="2026年" + poison,
                row=line,
                cells=cells,
                values={name: value + poison for name, value in values.items()},
            ),
        ),
        waiver=WaiverNote(
            reason="援疆干部临时接待，县委办批准" + poison,
            approved_by="局党组",
            last_day=dt.date(2026, 12, 31),
        )
        if rule == "finance.reception-standard" and n == 0
        else None,
    )


def _told(rule: str, n: int, line: int, day: dt.date):
    if rule == "finance.reception-standard":
        guests, hosts = 6 + n, 4 + n % 3
        return (
            f"{day.month}月{day.day}日邻县市场监管局{guests}人来访，陪餐{hosts}人，上限3人",
            f"{day}: {guests} guests, {hosts} companions at table, at most 3",
            {"visitor_count": f"E{line}", "companion_count": f"F{line}"},
            {"visitor_count": str(guests), "companion_count": str(hosts)},
            Decimal(180 * hosts),
        )
    if rule.startswith("finance."):
        return (
            f"记-{100 + n}号凭证付款{8600 + n * 350}元，与合同约定相差{350 + n * 10}元",
            f"voucher {100 + n}: {8600 + n * 350} yuan paid, {350 + n * 10} off the contract",
            {"amount": f"H{line}"},
            {"amount": f"{8600 + n * 350}.00"},
            Decimal(350 + n * 10),
        )
    return (
        f"第{n + 1}号对象应于{day}前办理，实际于{day + dt.timedelta(days=9)}办理，超期9天，期限为7个工作日",
        f"item {n + 1} was due on {day} and done on {day + dt.timedelta(days=9)}: 9 days late",
        {"due_date": f"D{line}", "done_date": f"G{line}"},
        {"due_date": str(day), "done_date": str(day + dt.timedelta(days=9))},
        None,
    )


def _sources(poison: str) -> tuple[Source, ...]:
    ledgers = tuple(
        Source(
            path=f"{section}/{title}台账2026.xlsx" + poison,
            sha256=_hash(section),
            size=48_213 + 991 * number,
            format="xlsx",
            sheets=(
                SheetRecord(
                    sheet="2026年" + poison,
                    evidence="finance.reception_ledger"
                    if section == "finance"
                    else f"{section}.ledger",
                    confidence=0.97,
                    heading_rows=(2, 3),
                    rows=RowCounts(total=240, data=210, heading=2, notes=4, totals=12, blank=12),
                    columns=(
                        ColumnMatch(field="visitor_count", heading="来访人数" + poison, column="E"),
                        ColumnMatch(field="companion_count", heading="陪餐人数", column="F"),
                        ColumnMatch(field="amount", heading="金额（元）", column="H"),
                        ColumnMatch(field="due_date", heading="应办结时间", column="D"),
                        ColumnMatch(field="done_date", heading="实际办结时间", column="G"),
                    ),
                ),
            ),
            troubles=(
                TroubleRecord(
                    kind=TroubleKind.NOT_CONVERTED,
                    message="不是日期" + poison,
                    sheet="2026年",
                    cell="B17",
                    text="三月中旬" + poison,
                    expected="date",
                ),
            )
            if number % 3 == 0
            else (),
            trouble_count=1 if number % 3 == 0 else 0,
        )
        for number, (section, title, _) in enumerate(SECTIONS)
    )
    return (
        *ledgers,
        Source(
            path="食品/进货查验记录扫描件.pdf",
            sha256=_hash("scan"),
            size=8_812_004,
            format="pdf",
            likely=("food.purchase_record",),
            troubles=(
                TroubleRecord(
                    kind=TroubleKind.NOT_MACHINE_READABLE,
                    message="扫描件，共12页，没有可读取的文字",
                    blocking=True,
                ),
            ),
            trouble_count=1,
        ),
        Source(
            path="整改/整改情况报告.docx",
            sha256=_hash("report"),
            size=61_020,
            format="docx",
            documents=(
                DocumentRecord(
                    evidence="rectification.report", title="整改情况报告", paragraphs=164
                ),
            ),
        ),
        Source(path="杂项/会议通知.docx", sha256=_hash("notice"), size=18_020, format="docx"),
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
