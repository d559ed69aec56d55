import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { sInvisible } from './s-invisible';

testRuleExamples(sInvisible);
