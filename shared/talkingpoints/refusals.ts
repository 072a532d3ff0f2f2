export type TalkingPointsRefusal =
  | 'talkingpoints.superseded'
  | 'talkingpoints.unknown-section'
  | 'talkingpoints.changed-meanwhile'
