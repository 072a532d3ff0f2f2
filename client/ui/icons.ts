import dashboard from '@codegouvfr/react-dsfr/dsfr/icons/device/dashboard-3-line.svg?raw'
import callIn from '@codegouvfr/react-dsfr/dsfr/icons/device/phone-line.svg?raw'
import headphone from '@codegouvfr/react-dsfr/dsfr/icons/media/headphone-line.svg?raw'
import message from '@codegouvfr/react-dsfr/dsfr/icons/communication/message-2-line.svg?raw'
import book from '@codegouvfr/react-dsfr/dsfr/icons/document/booklet-line.svg?raw'
import tv from '@codegouvfr/react-dsfr/dsfr/icons/device/tv-line.svg?raw'
import team from '@codegouvfr/react-dsfr/dsfr/icons/user/team-line.svg?raw'
import todo from '@codegouvfr/react-dsfr/dsfr/icons/document/todo-line.svg?raw'
import settings from '@codegouvfr/react-dsfr/dsfr/icons/system/settings-5-line.svg?raw'
import user from '@codegouvfr/react-dsfr/dsfr/icons/user/account-circle-line.svg?raw'
import check from '@codegouvfr/react-dsfr/dsfr/icons/system/check-line.svg?raw'
import success from '@codegouvfr/react-dsfr/dsfr/icons/system/checkbox-circle-fill.svg?raw'
import info from '@codegouvfr/react-dsfr/dsfr/icons/system/information-fill.svg?raw'
import warning from '@codegouvfr/react-dsfr/dsfr/icons/system/alert-fill.svg?raw'
import danger from '@codegouvfr/react-dsfr/dsfr/icons/system/error-warning-fill.svg?raw'
import close from '@codegouvfr/react-dsfr/dsfr/icons/system/close-line.svg?raw'
import search from '@codegouvfr/react-dsfr/dsfr/icons/system/search-line.svg?raw'
import add from '@codegouvfr/react-dsfr/dsfr/icons/system/add-line.svg?raw'
import subtract from '@codegouvfr/react-dsfr/dsfr/icons/system/subtract-line.svg?raw'
import logout from '@codegouvfr/react-dsfr/dsfr/icons/system/logout-box-r-line.svg?raw'
import refresh from '@codegouvfr/react-dsfr/dsfr/icons/system/refresh-line.svg?raw'
import time from '@codegouvfr/react-dsfr/dsfr/icons/system/time-line.svg?raw'
import timer from '@codegouvfr/react-dsfr/dsfr/icons/system/timer-line.svg?raw'
import lock from '@codegouvfr/react-dsfr/dsfr/icons/system/lock-line.svg?raw'
import question from '@codegouvfr/react-dsfr/dsfr/icons/system/question-line.svg?raw'
import more from '@codegouvfr/react-dsfr/dsfr/icons/system/more-line.svg?raw'
import trash from '@codegouvfr/react-dsfr/dsfr/icons/system/delete-bin-line.svg?raw'
import download from '@codegouvfr/react-dsfr/dsfr/icons/system/download-line.svg?raw'
import upload from '@codegouvfr/react-dsfr/dsfr/icons/system/upload-2-line.svg?raw'
import filter from '@codegouvfr/react-dsfr/dsfr/icons/system/filter-line.svg?raw'
import eye from '@codegouvfr/react-dsfr/dsfr/icons/system/eye-line.svg?raw'
import eyeOff from '@codegouvfr/react-dsfr/dsfr/icons/system/eye-off-line.svg?raw'
import external from '@codegouvfr/react-dsfr/dsfr/icons/system/external-link-line.svg?raw'
import alarm from '@codegouvfr/react-dsfr/dsfr/icons/system/alarm-warning-fill.svg?raw'
import chevronDown from '@codegouvfr/react-dsfr/dsfr/icons/arrows/arrow-down-s-line.svg?raw'
import chevronUp from '@codegouvfr/react-dsfr/dsfr/icons/arrows/arrow-up-s-line.svg?raw'
import chevronRight from '@codegouvfr/react-dsfr/dsfr/icons/arrows/arrow-right-s-line.svg?raw'
import chevronLeft from '@codegouvfr/react-dsfr/dsfr/icons/arrows/arrow-left-s-line.svg?raw'
import arrowRight from '@codegouvfr/react-dsfr/dsfr/icons/arrows/arrow-right-line.svg?raw'
import undo from '@codegouvfr/react-dsfr/dsfr/icons/arrows/arrow-go-back-line.svg?raw'
import offline from '@codegouvfr/react-dsfr/dsfr/icons/device/wifi-off-line.svg?raw'
import sun from '@codegouvfr/react-dsfr/dsfr/icons/weather/sun-line.svg?raw'
import moon from '@codegouvfr/react-dsfr/dsfr/icons/weather/moon-line.svg?raw'
import computer from '@codegouvfr/react-dsfr/dsfr/icons/device/computer-line.svg?raw'
import pencil from '@codegouvfr/react-dsfr/dsfr/icons/design/pencil-line.svg?raw'
import phone from '@codegouvfr/react-dsfr/dsfr/icons/device/phone-fill.svg?raw'
import smartphone from '@codegouvfr/react-dsfr/dsfr/icons/device/smartphone-line.svg?raw'
import mapPin from '@codegouvfr/react-dsfr/dsfr/icons/map/map-pin-2-line.svg?raw'
import send from '@codegouvfr/react-dsfr/dsfr/icons/business/send-plane-line.svg?raw'
import printer from '@codegouvfr/react-dsfr/dsfr/icons/business/printer-line.svg?raw'
import megaphone from '@codegouvfr/react-dsfr/dsfr/icons/business/megaphone-line.svg?raw'
import calendar from '@codegouvfr/react-dsfr/dsfr/icons/business/calendar-event-line.svg?raw'
import keyboard from '@codegouvfr/react-dsfr/dsfr/icons/device/keyboard-line.svg?raw'
import flag from '@codegouvfr/react-dsfr/dsfr/icons/business/flag-line.svg?raw'
import neutral from '@codegouvfr/react-dsfr/dsfr/icons/design/circle-fill.svg?raw'
import open from '@codegouvfr/react-dsfr/dsfr/icons/design/circle-line.svg?raw'
import link from '@codegouvfr/react-dsfr/dsfr/icons/business/links-line.svg?raw'
import archive from '@codegouvfr/react-dsfr/dsfr/icons/business/archive-line.svg?raw'
import chat from '@codegouvfr/react-dsfr/dsfr/icons/communication/chat-3-line.svg?raw'
import draft from '@codegouvfr/react-dsfr/dsfr/icons/document/draft-line.svg?raw'

/**
 * The drawings of DSFR that the console uses, taken into the script at build time: no request per icon, nothing missing
 * offline, and they follow the text's colour. Add a line above and below to use another.
 */
const drawings = {
  dashboard,
  callIn,
  headphone,
  message,
  book,
  tv,
  team,
  todo,
  settings,
  user,
  check,
  success,
  info,
  warning,
  danger,
  close,
  search,
  add,
  subtract,
  logout,
  refresh,
  time,
  timer,
  lock,
  question,
  more,
  trash,
  download,
  upload,
  filter,
  eye,
  eyeOff,
  external,
  alarm,
  chevronDown,
  chevronUp,
  chevronRight,
  chevronLeft,
  arrowRight,
  undo,
  offline,
  sun,
  moon,
  computer,
  pencil,
  phone,
  smartphone,
  mapPin,
  send,
  printer,
  megaphone,
  calendar,
  keyboard,
  flag,
  neutral,
  open,
  link,
  archive,
  chat,
  draft,
}

export type IconName = keyof typeof drawings

/** The outline of an icon on DSFR's 24 × 24 grid. */
export function iconPath(name: IconName): string {
  return / d="([^"]+)"/.exec(drawings[name])?.[1] ?? ''
}
