import type { SeededRandom } from '@/server/domain/seeded-random';
import type { Scope } from '@/server/domain/subject';

/** An organ as its report's title has it, and what it calls itself within its text. */
export interface Organ {
  name: string;
  scope: Scope;
  selves: readonly string[];
}

const bureaus = [
  ['教育局', '教育局'],
  ['民政局', '民政局'],
  ['住房和城乡建设局', '住建局'],
  ['自然资源局', '自然资源局'],
  ['市场监督管理局', '市场监管局'],
  ['卫生健康局', '卫健局'],
  ['退役军人事务局', '退役军人局'],
  ['城市管理综合行政执法局', '城管局'],
  ['应急管理局', '应急局'],
  ['统计局', '统计局'],
  ['文化广电旅游体育局', '文旅局'],
  ['人力资源和社会保障局', '人社局'],
  ['审计局', '审计局'],
] as const;
const places = ['云溪', '长宁', '白石', '南桥', '双河', '青浦', '石门', '松陵'];
const towns = ['柳河', '黄桥', '新市', '大塘', '马坝', '古城'];
const streets = ['东湖', '和平', '解放路', '望江', '新港', '北苑'];

/** An organ of any of the kinds that publish a report. */
export function anOrgan(random: SeededRandom): Organ {
  const place = random.pick(places);
  const level = random.pick(['区', '县', '市']);
  const kind = random.pick(['bureau', 'bureau', 'town', 'street', 'whole', 'whole', 'zone', 'committee']);
  if (kind === 'bureau') {
    const [name, short] = random.pick(bureaus);
    const selves = ['我局', '本局', '本机关', '本单位', '本部门', '全局', '我单位', `${level}${short}`, `${place}${level}${short}`, ''];
    return { name: `${place}${level}${name}`, scope: 'own_organ', selves };
  }
  if (kind === 'town') {
    const town = random.pick(towns);
    return {
      name: `${place}${level}${town}镇人民政府`,
      scope: 'own_organ',
      selves: ['我镇', '本镇', '镇政府', `${town}镇`, `${town}镇人民政府`, '本机关', ''],
    };
  }
  if (kind === 'street') {
    const street = random.pick(streets);
    return {
      name: `${place}${level}人民政府${street}街道办事处`,
      scope: 'own_organ',
      selves: ['我街道', '本街道', '街道', `${street}街道`, `${street}街道办事处`, '办事处', '我办', ''],
    };
  }
  if (kind === 'zone')
    return {
      name: `${place}经济开发区管理委员会`,
      scope: 'own_organ',
      selves: ['管委会', '我区', '开发区管委会', '本机关', '开发区', ''],
    };
  if (kind === 'committee')
    return {
      name: `${place}${level}发展和改革委员会`,
      scope: 'own_organ',
      selves: ['我委', '本委', '本机关', `${level}发改委`, `${level}发展改革委`, ''],
    };
  return {
    name: `${place}${level}人民政府`,
    scope: 'consolidated',
    selves: [`全${level}`, `我${level}`, `全${level}各级行政机关`, `全${level}共`, `${place}${level}`, `全${level}行政机关`, ''],
  };
}
