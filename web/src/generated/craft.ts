// Written by `python3 dev.py generate`: change the Python code, not this file.

import * as m from './paraglide/messages/_index.js';

export const laneWords = {
  "evidence": m.lane_evidence,
  "customer": m.lane_customer,
  "emotion": m.lane_emotion,
  "frontstage": m.lane_frontstage,
  "backstage": m.lane_backstage,
  "support": m.lane_support,
  "policy": m.lane_policy,
  "metric": m.lane_metric,
  "note": m.lane_note,
  "touchpoints": m.lane_touchpoints,
  "time": m.lane_time,
  "no-channel": m.lane_no_channel,
} as const;

export const lineWords = {
  "interaction": m.line_interaction,
  "visibility": m.line_visibility,
  "internal-interaction": m.line_internal_interaction,
  "order-penetration": m.line_order_penetration,
  "implementation": m.line_implementation,
} as const;

export const markWords = {
  "fail": m.mark_fail,
  "wait": m.mark_wait,
  "pain": m.mark_pain,
  "gain": m.mark_gain,
  "delight": m.mark_delight,
  "critical": m.mark_critical,
  "question": m.mark_question,
  "idea": m.mark_idea,
  "policy": m.mark_policy,
} as const;

export const stateWords = {
  "as-is": m.state_as_is,
  "to-be": m.state_to_be,
  "ideal": m.state_ideal,
} as const;

export const basisWords = {
  "assumed": m.basis_assumed,
  "observed": m.basis_observed,
  "measured": m.basis_measured,
  "proposed": m.basis_proposed,
} as const;

export const classWords = {
  "online": m.class_online,
  "offline": m.class_offline,
} as const;

export const feelingWords = {
  "-2": m.feeling_minus_2,
  "-1": m.feeling_minus_1,
  "0": m.feeling_0,
  "1": m.feeling_1,
  "2": m.feeling_2,
} as const;

export const linkWords = {
  "trigger": m.link_trigger,
  "message": m.link_message,
  "handover": m.link_handover,
  "agreement": m.link_agreement,
  "loop": m.link_loop,
  "next": m.link_next,
  "chain": m.link_chain,
} as const;

export const viewWords = {
  "journey": m.view_journey,
  "blueprint": m.view_blueprint,
  "channels": m.view_channels,
  "departments": m.view_departments,
  "role": m.view_role,
  "time": m.view_time,
  "matrix": m.view_matrix,
  "curves": m.view_curves,
} as const;

export const unitWords = {
  "s": m.unit_s,
  "min": m.unit_min,
  "h": m.unit_h,
  "d": m.unit_d,
  "wd": m.unit_wd,
  "w": m.unit_w,
  "mo": m.unit_mo,
  "y": m.unit_y,
} as const;
