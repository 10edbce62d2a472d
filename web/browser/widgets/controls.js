/**
 * The part of @jupyter-widgets/controls that the course uses, so that the rest is not sent to readers.
 *
 * Left out: pictures, sound and video, colours, dates, tags, tabs, game controllers, file upload, and
 * all that needs a kernel to be of use. What a widget's state names and is missing here is reported in
 * the console by its name; add its module below.
 */
export * from "@jupyter-widgets/controls/lib/widget_bool";
export * from "@jupyter-widgets/controls/lib/widget_box";
export * from "@jupyter-widgets/controls/lib/widget_description";
export * from "@jupyter-widgets/controls/lib/widget_float";
export * from "@jupyter-widgets/controls/lib/widget_int";
export * from "@jupyter-widgets/controls/lib/widget_link";
export * from "@jupyter-widgets/controls/lib/widget_selection";
export * from "@jupyter-widgets/controls/lib/widget_string";
