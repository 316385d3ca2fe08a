"""The parts that are the same in every deck: its theme, its master, its one layout, and the master of its notes.

Places in braces are filled in: ns (the namespaces), tree (the root of the shapes), map (which colour is which), styles, language, and
where the title and the number of the slide stand.
"""

from footlights.render.svg import escape

__all__ = ["LAYOUT", "MASTER", "NOTES_MASTER", "PRESENTATION", "SETTINGS", "TEXT_STYLE", "theme_part"]

#: Our font first; where it is not installed its panose numbers lead to a plain sans that is.
_OURS = '<a:latin typeface="Noto Sans" panose="020B0502040504020204"/>'
#: For scripts that our font lacks, what the systems have.
_FALLBACK = '<a:ea typeface=""/><a:cs typeface=""/>' + "".join(
    f'<a:font script="{script}" typeface="{name}"/>'
    for script, name in (
        ("Jpan", "Yu Gothic"), ("Hang", "Malgun Gothic"), ("Hans", "Microsoft YaHei"), ("Hant", "Microsoft JhengHei"),
        ("Arab", "Arial"), ("Hebr", "Arial"), ("Thai", "Tahoma"), ("Deva", "Nirmala UI"),
    )
)  # fmt: skip
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_PLAIN}</a:ln>'
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(colours: dict[str, str], major: str = "", minor: str = "") -> str:
    """The theme with these colours (RRGGBB), in the order in which a theme has them; no effects.

    `major` is the family of titles and `minor` of all other texts, "" for ours.
    """
    titles, texts = (f'<a:latin typeface="{escape(font)}"/>' if font else _OURS for font in (major, minor))
    named = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items())
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Footlights"><a:themeElements>'
        f'<a:clrScheme name="Footlights">{named}</a:clrScheme>'
        f'<a:fontScheme name="Footlights"><a:majorFont>{titles}{_FALLBACK}</a:majorFont>'
        f"<a:minorFont>{texts}{_FALLBACK}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Footlights"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


_FACE = '<a:latin typeface="+m{0}-lt"/><a:ea typeface="+m{0}-ea"/><a:cs typeface="+m{0}-cs"/>'
_MINOR, _MAJOR = _FACE.format("n"), _FACE.format("j")
_INK = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
#: The first level is enough for a picture; programs fill in the others.
TEXT_STYLE = f'<a:lvl1pPr marL="0" algn="l" rtl="0"><a:defRPr sz="1200" kern="0">{_INK}{_MINOR}</a:defRPr></a:lvl1pPr>'
_TITLE_STYLE = (
    '<p:titleStyle><a:lvl1pPr algn="l" rtl="0"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef>'
    f'<a:buNone/><a:defRPr sz="2000" b="1" kern="0">{_INK}{_MAJOR}</a:defRPr></a:lvl1pPr></p:titleStyle>'
)

PRESENTATION = (
    "<p:presentation {ns}>"
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>{slides}</p:sldIdLst>'
    '<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="6858000" cy="9144000"/>'
    "<p:defaultTextStyle>{styles}</p:defaultTextStyle></p:presentation>"
)

_TITLE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
    '</p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{body}<a:lstStyle/><a:p><a:r><a:rPr lang="{{language}}"/><a:t>Title</a:t></a:r></a:p>'
    "</p:txBody></p:sp>"
)
_NUMBER = (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    '<p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{body}{style}'
    '<a:p><a:fld id="{{{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}}}" type="slidenum"><a:rPr lang="{{language}}"/><a:t>‹#›</a:t></a:fld></a:p>'
    "</p:txBody></p:sp>"
)
_RECT = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_TITLE_PLACE = '<a:xfrm><a:off x="{title_x}" y="{title_y}"/><a:ext cx="{title_w}" cy="{title_h}"/></a:xfrm>' + _RECT
_NUMBER_PLACE = '<a:xfrm><a:off x="{number_x}" y="{number_y}"/><a:ext cx="{number_w}" cy="{number_h}"/></a:xfrm>' + _RECT
_TITLE_BODY = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr>'
_NUMBER_BODY = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
_NUMBER_STYLE = (
    '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="800"><a:solidFill><a:schemeClr val="folHlink"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    "</a:lstStyle>"
)

MASTER = (
    '<p:sldMaster {ns}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    "<p:spTree>{tree}"
    + _TITLE.format(place=_TITLE_PLACE, body=_TITLE_BODY)
    + _NUMBER.format(place=_NUMBER_PLACE, body=_NUMBER_BODY, style=_NUMBER_STYLE)
    + "{logo}</p:spTree></p:cSld><p:clrMap {map}/>"
    '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
    f"<p:txStyles>{_TITLE_STYLE}<p:bodyStyle>{{styles}}</p:bodyStyle><p:otherStyle>{{styles}}</p:otherStyle></p:txStyles></p:sldMaster>"
)

LAYOUT = (
    '<p:sldLayout {ns} type="titleOnly" preserve="1"><p:cSld name="Title only"><p:spTree>{tree}'
    + _TITLE.format(place="", body="<a:bodyPr/>")
    + _NUMBER.format(place="", body="<a:bodyPr/>", style="<a:lstStyle/>")
    + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
)

NOTES_MASTER = (
    '<p:notesMaster {ns}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    '<p:spTree>{tree}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/>'
    '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/>'
    f'</a:xfrm>{_RECT}<a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:ln></p:spPr></p:sp>'
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    '<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="685800" y="4000500"/><a:ext cx="5486400" cy="4457700"/></a:xfrm>'
    f"{_RECT}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
    f'<a:p><a:r><a:rPr lang="{{language}}"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
    "</p:spTree></p:cSld><p:clrMap {map}/><p:notesStyle>"
    f'<a:lvl1pPr marL="0" algn="l" rtl="0"><a:defRPr sz="1100" kern="0"><a:solidFill><a:srgbClr val="1B2430"/></a:solidFill>'
    f"{_MINOR}</a:defRPr></a:lvl1pPr>"
    "</p:notesStyle></p:notesMaster>"
)

#: Parts that say little, and that PowerPoint repairs a file for when they are missing.
SETTINGS = {
    "presProps": "<p:presentationPr {ns}/>",
    "viewProps": "<p:viewPr {ns}/>",
    "tableStyles": '<a:tblStyleLst {ns} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
}
