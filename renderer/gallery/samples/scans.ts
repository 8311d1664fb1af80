/** Samples of papers under the camera: being taken, taken, and a camera in trouble. */
import type { Sample, SampleScreen, Say } from './sample.ts';
import { next, onTheWay } from './step-parts.ts';

type Scan = Extract<SampleScreen['body'], { kind: 'scan' }>;

const PAGE = '00000000-0000-4000-8000-000000000001';

const scan = (say: Say, body: Pick<Scan, 'phase' | 'headline' | 'detail' | 'pages'>): SampleScreen => ({
  title: say('户口簿上您的那一页', 'Your page of the household register'),
  ...onTheWay(say, 3),
  others: [{ label: say('先不交，10个工作日内补交', 'Bring it later, within 10 workdays'), intent: { kind: 'defer' } }],
  body: {
    kind: 'scan',
    ...body,
    most: 2,
    advice: {
      starting: say('正在打开高拍仪，请稍等', 'The camera is being opened, please wait'),
      noPaper: say('没有看到纸，请把材料放到画面中间', 'No paper is seen. Please lay it in the middle'),
      tooFar: say('画面里的材料太小，请放到镜头正下方', 'The paper looks small. Please lay it right below the camera'),
      cutEdge: say('有一边没有拍到，请把四个角都放进画面', 'One edge is missing'),
      tooDark: say('太暗了，请不要挡住灯', 'It is too dark'),
      glare: say('有反光，请把纸压平或换个角度', 'It shines'),
      moving: say('请放好，手拿开', 'Please take your hand away'),
      blur: say('字不清楚，请把纸压平、别动', 'The words are not clear'),
      ready: say('很好，别动，马上拍', 'Very good. Keep still'),
      notKept: say('这张没有拍成，请放好，再拍一次', 'That picture was not kept'),
    },
    words: {
      preview: say('高拍仪的画面', 'What the camera sees'),
      shutter: say('拍照', 'Take picture'),
      rotate: say('向右转', 'Turn right'),
      retake: say('重拍', 'Take again'),
      remove: say('删除这页', 'Remove this page'),
      addPage: say('再拍一页', 'Add a page'),
    },
  },
});

export const scanSamples: Readonly<Record<string, Sample>> = {
  'scan-waiting': (say) =>
    scan(say, {
      phase: 'capturing',
      headline: say('请把户口簿上您的那一页放在高拍仪下面', 'Please lay the page under the camera'),
      detail: say('四个角都要露出来，放平后手拿开，机器会自动拍照。', 'All four corners must be in view.'),
      pages: [],
    }),
  'scan-taken': (say) => ({
    ...scan(say, {
      phase: 'capturing',
      headline: say('请看看拍得清楚不清楚', 'Is the picture clear?'),
      detail: say('字看得清、四边完整，就按“下一步”。', 'If you can read it, press “Next”.'),
      pages: [{ page: PAGE, label: say('第1页', 'Page 1') }],
    }),
    primary: next(say),
  }),
  'scan-trouble': (say) => ({
    ...scan(say, {
      phase: 'trouble',
      headline: say('高拍仪没有回应', 'The document camera does not answer'),
      detail: say('请稍等一会儿再试。', 'Please wait a moment and press “Try again”.'),
      pages: [],
    }),
    primary: { label: say('重试', 'Try again'), intent: { kind: 'retry' } },
  }),
};
