"""Finish the site that Quarto or smalldocs has rendered: nothing on it is asked of another host.

The scripts and fonts that they load from elsewhere are taken out, inline pictures become files,
code is folded, formulas are set, and pages with widgets get their script. Then every page
and stylesheet is read again: whatever would still be asked of another host stops the build. Running
it twice changes nothing.
"""

import shutil

from web.browser import bundle
from web.pages.code_folds import fold_code, tagged_open
from web.pages.front_page import fill_front_page
from web.pages.maths import set_maths
from web.pages.navigation import name_navigation
from web.pages.offline import link_manifest, write_offline
from web.pages.other_hosts import (
    foreign_in_css,
    foreign_in_page,
    remove_foreign_libraries,
    remove_google_fonts,
)
from web.pages.page import COURSE, Page
from web.pages.page_head import complete_head
from web.pages.pictures import remove_icon_font, take_pictures_out
from web.pages.run_box import add_run_boxes
from web.pages.scrolling import open_to_keyboard
from web.pages.security_policy import secure
from web.pages.widget_files import add_widget_files
from web.pages.workbench import add_workbench
from web.python.archive import write_course


def finish_site(site, project):
    """Do all the steps on the pages under `site`; return what is still wrong, one line each."""
    pages = [
        Page(file, site)
        for file in sorted(site.rglob("*.html"))
        if "site_libs" not in file.relative_to(site).parts
    ]
    fill_front_page(pages, project)
    add_run_boxes(pages, site, project)
    runs_code = False
    for page in pages:
        remove_foreign_libraries(page)
        remove_icon_font(page)
        complete_head(page)
        link_manifest(page)
        name_navigation(page)
        runs_code |= add_workbench(page, site, project)
        fold_code(page, tagged_open(page, project))
        take_pictures_out(page, site)
        open_to_keyboard(page)
        page.add_script(f"{COURSE}/page.js")
    set_maths(pages)
    add_widget_files(pages, site, project)
    problems = []
    for page in pages:
        page.write()
        problems += foreign_in_page(page)  # while its scripts still stand on it
        secure(page, site, f"{COURSE}/inline")
        page.write()
    shutil.copytree(
        bundle.DIST, site / COURSE, dirs_exist_ok=True, ignore=shutil.ignore_patterns("stamp")
    )
    if runs_code:
        write_course(site / COURSE / "python")
    for sheet in sorted(site.rglob("*.css")):
        remove_google_fonts(sheet)
    write_offline(site, project)
    return problems + [
        f"{sheet.relative_to(site).as_posix()} asks another host for {url}"
        for sheet in sorted(site.rglob("*.css"))
        for url in foreign_in_css(sheet.read_text(encoding="utf-8"))
    ]
