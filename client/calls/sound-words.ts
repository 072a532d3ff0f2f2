import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    ask: 'Alarme vitale sans son.',
    activate: 'Activer le son',
    without: 'Sans le son',
    isOn: 'Son de l’alarme vitale : activé',
    isOff: 'Son de l’alarme vitale : coupé',
    test: 'Tester',
  },
  en: {
    ask: 'Life-threat alarm silent.',
    activate: 'Turn the sound on',
    without: 'No sound',
    isOn: 'Sound of the life-threat alarm: on',
    isOff: 'Sound of the life-threat alarm: off',
    test: 'Test',
  },
})
