import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { t2Int } from './t2-int';

testRuleExamples(t2Int);
