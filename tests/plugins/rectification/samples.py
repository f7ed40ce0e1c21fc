"""Invented reports of an invented bureau, in the layouts that real ones have."""

from __future__ import annotations

from zhenggai import Paper
from zhenggai.model.raw import RawParagraph

HARBOUR = """中共云港县市场监督管理局党组关于巡察整改进展情况的报告
2025年1月5日至2月28日，县委第三巡察组对县市监局党组进行了巡察。2025年3月10日，巡察组反馈了意见。
反馈的4个问题，已完成3个，正在推进1个，完成率75%。
一、提高站位，扛起整改责任
（一）加强领导。成立领导小组，召开会议6次。
（二）细化方案。对反馈的2大类4项问题细化为9个具体问题。
二、聚焦反馈问题，逐项整改落实
（一）贯彻落实决策部署方面问题整改
针对计量监管存在短板问题
一是印发《云港县市监局计量检查办法（试行）》，检查集贸市场12家次。二是5月召开专题会议2次，约谈经营户8户。三是将计量工作纳入考核，已通报3个所。
针对特种设备检查走过场问题
一是排查电梯320余台，近40台问题电梯已停用。
二是开展培训3次，参训120人次。
（二）群众身边不正之风方面问题整改
针对公务接待不规范问题
一是修订《公务接待管理办法》。二是清退违规费用3.25万元。
针对值班制度不落实问题
一是检查值班8次。
三、巩固成果，持续深化
（一）抓后续。将定期召开领导小组会议。
中共云港县市场监督管理局党组
2025年8月20日
联系电话：0000-0000000"""

NUMBERED = """关于巡察整改情况的通报
一、巡察整改组织领导情况
局党组召开会议4次。
二、反馈意见整改落实情况
1.关于“计量监管存在短板”问题
整改情况：（1）印发检查办法1份；（2）检查集贸市场12家次；（3）约谈经营户8户。
2.关于“值班制度不落实”问题
整改情况：已修订值班办法，检查值班8次。"""

THREE_LEVELS = """关于巡察整改情况的通报
（一）在“落实决策部署”方面
1.关于“计量监管有短板”问题的整改
（1）关于“检定不及时”问题
①送检压力表40只。
②补办证书12份。
（2）关于“台账不完整”问题
补录台账60条。
2.关于“值班不落实”问题的整改
检查值班8次。
（二）在“作风建设”方面
1.关于“接待不规范”问题的整改
清退费用3万元。"""

DEFECTS = """巡察整改进展情况的通报
一、组织整改落实情况
（一）领导重视高位推。召开会议4次。
二、反馈问题整改情况
（一）理论学习抓得不紧。
第一，制定学习计划1份。第二，组织学习12次。
（二）违规发放补贴。
第一，清退补贴3万元。第二，通报2次。
（三）计量监管不到位。
第一，检查市场12家。"""


def paper(text: str, evidence: str = "rectification.report_document", **fields: object) -> Paper:
    """A text as the paper that reading and binding would give, a paragraph a line."""
    lines = text.splitlines()
    return Paper(
        evidence=evidence,
        path="报告.docx",
        title=lines[0].strip() if lines else "",
        paragraphs=tuple(RawParagraph(number, line) for number, line in enumerate(lines, 1)),
        ordinal=7,
        fields=fields,
    )
