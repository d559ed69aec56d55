import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { t3Int } from './t3-int';

testRuleExamples(t3Int);
