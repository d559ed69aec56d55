import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { qCum } from './q-cum';

testRuleExamples(qCum);
